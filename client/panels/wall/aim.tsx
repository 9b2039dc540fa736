import { aimOf, type PublicAct } from '../../acts.ts';
import { Medal } from './medal.tsx';

/** Who acts, and at whom where it is at one delegation: as medals. */
export function Aim({ act, size }: { readonly act: PublicAct; readonly size: number }) {
  const aim = aimOf(act);
  return (
    <p class="pair">
      <Medal seat={act.seat} size={size} />
      {aim && (
        <>
          <svg viewBox="0 0 54 40" width={size * 0.7} height={size * 0.52} aria-hidden="true">
            <path class="dots" d="M2 20H40" />
            <path d="M36 9l12 11-12 11" />
          </svg>
          <Medal seat={aim} size={size} />
        </>
      )}
    </p>
  );
}
