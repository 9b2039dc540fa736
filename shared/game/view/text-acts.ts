/** What a seat may do with a text, as forms: acts that any text knows, and those of the forum that it lies before. */
import { actOn, actsThere } from '../../forums/acts/index.ts';
import { type Instrument, isOpen, isStopped } from '../../forums/instrument.ts';
import { type Field, type SeatId, words } from '../../vocabulary/index.ts';
import { actSight } from '../paper.ts';
import type { State } from '../state.ts';
import type { TextActView } from './view-shape.ts';

/** The acts on a text that a seat is shown, each with why it may not do it as its form starts. */
export function textActsFor(state: State, text: Instrument, seat: SeatId): readonly TextActView[] {
  if (!isOpen(text) && !isStopped(text)) return [];
  const sight = actSight(state, text, seat);
  return actsThere(sight).flatMap((act): TextActView[] => {
    if ('code' in actOn(act.kind, text, sight) || !act.offered(text, sight)) return [];
    const fields = act.fields(text, sight);
    const key = `text-act.${act.kind}`;
    return [
      {
        kind: act.kind,
        job: act.job,
        label: act.label?.(text, sight) ?? words(key),
        main: act.main === true,
        sure: act.grave ? words(`${key}.sure`) : null,
        note: fields.length > 0 ? words(`${key}.note`) : null,
        fields,
        refusal: act.check(text, startOf(fields), sight),
      },
    ];
  });
}

/** What a form starts with. */
function startOf(fields: readonly Field[]): Record<string, Field['initial']> {
  const values: Record<string, Field['initial']> = {};
  for (const { name, only, initial } of fields) if (!only || values[only.name] === only.is) values[name] = initial;
  return values;
}
