/** Who learns of an act, said where it is done: from the same list that it is sent by. */
import { type Hearers, hearersOfWords } from '../../../shared/game/heard.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { t } from '../../text.ts';
import { theSeats, useView } from '../frame/room.tsx';

type Addressed = { readonly kind: keyof View['heard']; readonly to?: string };

export function HeardBy({ of }: { readonly of: Addressed }) {
  const view = useView();
  return <p class="muted small">{heardText(view, hearers(view, of))}</p>;
}

function hearers({ heard }: View, { kind, to = '' }: Addressed): Hearers {
  if (kind === 'say') return hearersOfWords(to);
  const by = heard[kind];
  return by === 'all' ? 'all' : by === 'to' ? [to] : [];
}

function heardText(view: View, by: Hearers): string {
  if (by === 'all') return t('heard.all');
  return by.length === 0 ? t('heard.own') : t('heard.to', { who: theSeats(view, by) });
}
