/** Legal acts at the end of a turn: signatures are ratified, texts enter into force, notices of withdrawal take effect. */
import { readyForForce, withInForce } from '../../forums/decisions.ts';
import { type Instrument, isOpen, leaving, partiesOf, withoutParties } from '../../forums/instrument.ts';
import { words } from '../../vocabulary/index.ts';
import { canRatify, heirOfPen } from '../paper.ts';
import { addStanding, tell, type Work } from './work.ts';

/**
 * Home ratifies each open signature while its approval is high enough, at once or in a later turn; what is ratified stays so.
 * A seat whose home does not is told to all in the turn of its signature.
 */
export function ratify(work: Work): void {
  const now = { scenario: work.state.scenario, seats: work.seats };
  work.instruments = work.instruments.map((text) => {
    if (!isOpen(text)) return text;
    const signatures = text.signatures.map((s) => {
      const fresh = s.turn === work.turn;
      if (!fresh && s.ratified !== null) return s;
      if (canRatify(now, s.seat)) return fresh ? s : { ...s, ratified: work.turn };
      if (fresh)
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
      return { ...s, ratified: null };
    });
    return { ...text, signatures };
  });
}

/** A text with enough parties enters into force and replaces the one before. */
export function enterIntoForce(work: Work): void {
  const text = readyForForce(work.instruments, work.state.scenario.paper.inForceAt);
  if (!text) return;
  const before = work.instruments.find((i) => i.status === 'in-force');
  work.instruments = withInForce(work.instruments, text.id, work.turn);
  // A text of consensus brought its lead sponsor standing when it was adopted; an open one does now.
  if (text.status === 'tabled') addStanding(work, text.values.lead, work.state.scenario.paper.leadGain);
  tell(
    work,
    `in-force.${text.id}`,
    work.months,
    null,
    words('news.in-force', { number: text.number, count: partiesOf(text).length }),
    'warn',
  );
  if (before)
    tell(work, `replaced.${before.id}`, work.months, null, words('news.replaced', { number: before.number }), 'warn');
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
    return gone.includes(text.values.lead)
      ? withPenPassed(work, withoutParties(text, gone))
      : withoutParties(text, gone);
  });
}

/** A lead sponsor that is no longer in its text passes the pen on. */
function withPenPassed(work: Work, text: Instrument): Instrument {
  const { lead } = text.values;
  const named = text.signatures.map((s) => s.seat);
  const heir = heirOfPen({ scenario: work.state.scenario, seats: work.seats }, lead, named);
  return heir === null ? text : { ...text, values: { ...text.values, lead: heir } };
}
