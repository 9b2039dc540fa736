import { say, t } from '../../text.ts';
import { useView } from '../frame/room.tsx';
import { BandChart, LINE_LOOKS } from '../parts/bands.tsx';

/** The 25 years after the last turn: what was done, nothing done, and the best that everybody could have had. */
export function NextYears() {
  const { epilogue, epilogueAssumed } = useView();
  if (!epilogue || epilogue.length === 0) return null;
  return (
    <section class="stack">
      <BandChart
        title={t('results.epilogue')}
        unit={t('unit.passes')}
        years={(epilogue[0]?.p50 ?? []).map((_, i) => i)}
        lines={epilogue.map((line, i) => ({
          ...(LINE_LOOKS[i] ?? LINE_LOOKS[0]),
          name: t(`line.${line.line}`),
          p10: line.p10,
          p50: line.p50,
          p90: line.p90,
        }))}
      />
      {epilogueAssumed && <p class="muted small">{say(epilogueAssumed)}</p>}
    </section>
  );
}
