/** Legal acts at the end of a turn: signatures are ratified, texts enter into force, notices of withdrawal take effect. */
import { readyForForce, withInForce } from '../../forums/decisions.ts';
import { type Instrument, isOpen, leaving, partiesOf, ratifiedBy, withoutParties } from '../../forums/instrument.ts';
import { words } from '../../vocabulary/index.ts';
import { canRatify, penHolder, standsAlone } from '../paper.ts';
import { addStanding, tell, type Work } from './work.ts';

/**
 * Home ratifies each open signature while its approval is high enough, at once or in a later turn; what is ratified stays so.
 * A seat whose home does not is told to all in the turn of its signature.
 */
export function ratify(work: Work): void {
  const now = { scenario: work.state.scenario, seats: work.seats };
  work.instruments = work.instruments.map((text) => {
    if (!isOpen(text)) return text;
    for (const s of text.signatures)
      if (s.turn === work.turn && !canRatify(now, s.seat))
        tell(
          work,
          `unratified.${text.id}.${s.seat}`,
          work.months,
          null,
          words('news.unratified', {
            seat: words(`seat.${s.seat}`),
            number: text.number,
            need: now.scenario.paper.ratifyApproval,
          }),
          'warn',
        );
    return ratifiedBy(text, work.turn, (seat) => canRatify(now, seat));
  });
}

/** A text with enough parties enters into force under the pen of one of them, and replaces the one before. */
export function enterIntoForce(work: Work): void {
  const ready = readyForForce(
    work.instruments,
    work.state.scenario.paper.inForceAt,
    work.turn,
    standsAlone(work.state),
  );
  if (!ready) return;
  const before = work.instruments.find((i) => i.status === 'in-force');
  tell(
    work,
    `in-force.${ready.id}`,
    work.months,
    null,
    words('news.in-force', { number: ready.number, count: partiesOf(ready).length }),
    'warn',
  );
  if (before)
    tell(work, `replaced.${before.id}`, work.months, null, words('news.replaced', { number: before.number }), 'warn');
  const text = withPenInside(work, ready);
  work.instruments = withInForce(
    work.instruments.map((i) => (i.id === text.id ? text : i)),
    text.id,
    work.turn,
  );
  // One that was adopted brought its lead sponsor standing then; one that came into force as it stands does now.
  const { lead } = text.values;
  if (ready.status === 'tabled' && partiesOf(text).includes(lead))
    addStanding(work, lead, work.state.scenario.paper.leadGain);
}

/** A seat whose notice has run its turns is no longer party, and its pen passes on. A text that nobody is left in ends. */
export function takeNotices(work: Work): void {
  work.instruments = work.instruments.map((text) => {
    const gone = leaving(text, work.turn, work.state.scenario.paper.noticeTurns);
    if (gone.length === 0) return text;
    for (const seat of gone)
      tell(
        work,
        `left.${text.id}.${seat}`,
        work.months,
        null,
        words('news.left', { seat: words(`seat.${seat}`), number: text.number }),
        'warn',
      );
    return withPenInside(work, withoutParties(text, gone, work.turn));
  });
}

/** The pen of a text is held by a party: a lead sponsor that is none passes it on, and everybody is told. */
function withPenInside(work: Work, text: Instrument): Instrument {
  const { lead } = text.values;
  const holder = penHolder({ scenario: work.state.scenario, seats: work.seats }, lead, partiesOf(text));
  if (holder === null || holder === lead) return text;
  const params = { number: text.number, seat: words(`seat.${holder}`), lead: words(`seat.${lead}`) };
  tell(work, `pen.${text.id}`, work.months, null, words('news.pen', params), 'warn');
  return { ...text, values: { ...text.values, lead: holder } };
}
