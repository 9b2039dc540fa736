/** What has become of the paper since the last turn, as everybody sees it. */

import { type Dial, valueOn } from '../../clauses/text.ts';
import type { Instrument } from '../../forums/instrument.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import { dialsOf } from '../paper.ts';
import type { State } from '../state.ts';
import type { PaperChange } from './view-shape.ts';

const signatories = (text: Pick<Instrument, 'signatures'> | undefined): readonly SeatId[] =>
  (text?.signatures ?? []).map((s) => s.seat);

/** New texts and what became of the older ones, then where seats moved to; null in the first turn, which has none before it. */
export function paperSince({ paperBefore, instruments, positions, scenario }: State): readonly PaperChange[] | null {
  if (!paperBefore) return null;
  const dials = dialsOf(scenario);
  const ofTexts = instruments.flatMap((text) => {
    const old = paperBefore.instruments.find((i) => i.id === text.id);
    return text === old ? [] : textChanges(dials, old, text);
  });
  const ofSeats = scenario.seats.flatMap(({ id: seat }) =>
    dialsOf(scenario).flatMap((dial): PaperChange[] => {
      const from = paperBefore.positions[seat]?.[dial];
      const to = positions[seat]?.[dial];
      if (to === undefined || to === from) return [];
      return [{ kind: 'position', seat, dial, ...(from === undefined ? {} : { from }), to }];
    }),
  );
  return [...ofTexts, ...ofSeats];
}

function textChanges(
  dials: readonly Dial[],
  old: Instrument | undefined,
  { id: text, ...now }: Instrument,
): readonly PaperChange[] {
  const changes: PaperChange[] = old ? [] : [{ kind: 'tabled', text }];
  for (const dial of old ? dials : []) {
    const [from, to] = [valueOn(old!.values, dial), valueOn(now.values, dial)];
    if (from !== to) changes.push({ kind: 'value', text, dial, from, to });
  }
  const from = old?.status ?? 'tabled';
  if (from !== now.status) changes.push({ kind: 'status', text, from, to: now.status });
  const [before, after] = [signatories(old), signatories(now)];
  const signed = after.filter((seat) => !before.includes(seat));
  const unsigned = before.filter((seat) => !after.includes(seat));
  if (signed.length > 0) changes.push({ kind: 'signed', text, seats: signed });
  if (unsigned.length > 0) changes.push({ kind: 'unsigned', text, seats: unsigned });
  return changes;
}
