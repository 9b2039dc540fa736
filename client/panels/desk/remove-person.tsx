import { t } from '../../text.ts';
import { Act } from '../frame/room.tsx';

/** Takes a person off a seat, once the facilitator has said so twice. */
export function RemovePerson({ delegate }: { readonly delegate: string }) {
  return (
    <Act
      quiet
      look="plain"
      label={t('seats.remove')}
      confirm={{ title: t('seats.remove'), text: t('seats.remove.sure') }}
      command={{ kind: 'remove-delegate', delegate }}
    />
  );
}
