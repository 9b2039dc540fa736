/** The table as everybody sees it: seats, dials, texts, incidents, finished turns. */
import { articlesOf, sentenceOf } from '../../clauses/articles.ts';
import { type ClauseId, clauses } from '../../clauses/index.ts';
import type { Dial, DialValue } from '../../clauses/text.ts';
import { type Instrument, partiesOf } from '../../forums/instrument.ts';
import { wouldSign } from '../../forums/pledges.ts';
import { shellFloorKm } from '../../orbits/table/altitudes.ts';
import { type IncidentId, type SeatId, type Words, words } from '../../vocabulary/index.ts';
import { valuesOf } from '../commands/paper.ts';
import type { Evidence, Incident, Picture } from '../incident.ts';
import { standsAlone } from '../paper.ts';
import type { State } from '../state.ts';
import type { TurnSummary } from '../turn/outcome.ts';
import { textActsFor } from './text-acts.ts';
import type { DialView, InstrumentView, SeatCard } from './view-shape.ts';

/** The card of a seat; satellites are whole numbers, by 50 km shell where there is one at least. */
export function seatCard(state: State, id: SeatId): SeatCard {
  const spec = state.scenario.seats.find((s) => s.id === id)!;
  const seat = state.seats[id]!;
  return {
    id,
    kind: spec.kind,
    emblem: spec.emblem,
    colour: spec.colour,
    name: words(`seat.${id}`),
    owners: spec.owners,
    fleets: spec.fleets,
    bot: seat.bot,
    held: seat.held,
    ready: seat.ready,
    present: Object.values(state.delegates).filter((d) => d.seat === id && d.present).length,
    standing: seat.standing,
    approval: seat.approval,
    strike: spec.strike,
    ssaLevel: spec.ssaLevel,
    active: Math.round(seat.active),
    shells: seat.fleetByShell.flatMap((count, k) =>
      count >= 0.5 ? [{ altitudeKm: shellFloorKm(k), count: Math.round(count) }] : [],
    ),
    positions: state.positions[id] ?? {},
  };
}

const valueKey = (value: DialValue): string => (value === null ? 'none' : String(value));

/** How a value of a dial is called. */
function valueWords(dial: Dial, value: DialValue): Words {
  return dial === 'lead' ? words(`seat.${value}`) : words(`dial.${dial}.${valueKey(value)}`);
}

/** A dial of the package: its name, its values and how each is called. */
export const dialView = (state: State, dial: Dial): DialView => ({
  dial,
  label: words(`dial.${dial}`),
  values: valuesOf(state, dial).map((value) => ({ value, label: valueWords(dial, value) })),
  note: words(`dial.${dial}.note`),
  sources: dial in clauses ? clauses[dial as ClauseId].sources : [],
});

/** A text, sentence by sentence, with who is bound by it, who would sign it as pledges stand, and what a seat may do with it. */
export function instrumentView(state: State, text: Instrument, seat: SeatId | null): InstrumentView {
  const sentences = articlesOf(text.values).map((article) => ({ dial: article.clause, words: sentenceOf(article) }));
  const parties = text.status === 'in-force' ? partiesOf(text) : [];
  const acts = seat === null ? [] : textActsFor(state, text, seat);
  return {
    ...text,
    sentences,
    parties,
    wouldSign: wouldSign(text),
    needs: state.scenario.paper.inForceAt,
    adopts: !standsAlone(state)(text),
    acts,
  };
}

/** Until an incident is settled nobody is told whether an accusation was right. */
export const publicIncident = (i: Incident): Incident =>
  i.settled ? i : { ...i, statements: i.statements.map((s) => (s.kind === 'accuse' ? { ...s, right: null } : s)) };

/** The address of the true sky is left out: it would tell whether two hidden courses differ. */
export const publicSummary = (t: TurnSummary): TurnSummary => ({ ...t, skyHash: '' });

/** Readings of each incident put together, where there are any. */
export const together = (
  state: State,
  pictureOf: (incident: IncidentId) => Picture | null,
): Readonly<Record<IncidentId, Picture>> =>
  Object.fromEntries(
    state.incidents.flatMap(({ id }) => {
      const picture = pictureOf(id);
      return picture ? [[id, picture]] : [];
    }),
  );

/** Whom the holder has shown a piece of evidence, and whose data went into it, is the holder's business. */
export const withoutSharing = (e: Evidence): Evidence => ({ ...e, sources: [], sharedWith: [] });
