/** Legal acts at the end of a turn: signatures are ratified, texts enter into force, notices of withdrawal take effect. */
import { words } from '../../vocabulary/index.ts';
import { canRatify, heirOfPen, isOpen, partiesOf } from '../paper.ts';
import type { Instrument } from '../state.ts';
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

/**
 * A text with enough ratified signatures enters into force: an open one as it stands, one of consensus once adopted. Of
 * several that could, the one with the most ratified signatures does, then the older one. It replaces the one before.
 */
export function enterIntoForce(work: Work): void {
  const need = work.state.scenario.paper.inForceAt;
  const ready = work.instruments
    .filter((i) => i.status === 'adopted' || (i.status === 'tabled' && i.values.road === 'open'))
    .map((text) => ({ text, count: partiesOf(text).length }))
    .filter(({ count }) => count >= need)
    .sort((a, b) => b.count - a.count || a.text.number - b.text.number)[0];
  if (!ready) return;
  const { text } = ready;
  const before = work.instruments.find((i) => i.status === 'in-force');
  work.instruments = work.instruments.map((i) => {
    if (i.id === text.id) return { ...i, status: 'in-force', inForceSince: work.turn };
    return i.status === 'in-force' ? { ...i, status: 'replaced' } : i;
  });
  // A text of consensus brought its lead sponsor standing when it was adopted; an open one does now.
  if (text.status === 'tabled') addStanding(work, text.values.lead, work.state.scenario.paper.leadGain);
  tell(
    work,
    `in-force.${text.id}`,
    work.months,
    null,
    words('news.in-force', { number: text.number, count: ready.count }),
    'warn',
  );
  // Between parties to both the later text would govern (Vienna Convention, article 30); here the earlier one ends for all.
  if (before)
    tell(work, `replaced.${before.id}`, work.months, null, words('news.replaced', { number: before.number }), 'warn');
}

/** A seat whose notice has run its turns is no longer party, and its pen passes on. A text that nobody is left in ends. */
export function takeNotices(work: Work): void {
  work.instruments = work.instruments.map((text) => {
    const leaving = Object.entries(text.notices)
      .filter(([, given]) => given !== undefined && work.turn >= given + work.state.scenario.paper.noticeTurns - 1)
      .map(([seat]) => seat);
    if (leaving.length === 0) return text;
    for (const seat of leaving)
      tell(
        work,
        `left.${text.id}.${seat}`,
        work.months,
        null,
        words('news.left', { seat: words(`seat.${seat}`), number: text.number }),
        'warn',
      );
    return withoutParties(work, text, leaving);
  });
}

function withoutParties(work: Work, text: Instrument, leaving: readonly string[]): Instrument {
  const signatures = text.signatures.filter((s) => !leaving.includes(s.seat));
  const notices = Object.fromEntries(Object.entries(text.notices).filter(([seat]) => !leaving.includes(seat)));
  const ended = text.status === 'in-force' && signatures.length === 0;
  const now = { scenario: work.state.scenario, seats: work.seats };
  const { lead } = text.values;
  const heir = leaving.includes(lead)
    ? heirOfPen(
        now,
        lead,
        signatures.map((s) => s.seat),
      )
    : null;
  const values = heir === null ? text.values : { ...text.values, lead: heir };
  return { ...text, values, signatures, notices, status: ended ? 'ended' : text.status };
}
