/** What a bot says and signs in a negotiation. Every refusal of an offer comes with a counter-offer on one dial. */

import { isSameText, sameClauses } from '../clauses/articles.ts';
import { type Dial, type Package, valueOn } from '../clauses/text.ts';
import { signs } from '../forums/acts/on-text.ts';
import { isOpen } from '../forums/instrument.ts';
import type { Command } from '../game/commands/index.ts';
import { MOST_LIVE_TEXTS } from '../game/commands/paper.ts';
import type { Evidence, Incident, Picture } from '../game/incident.ts';
import type { DeclineReason, Offer } from '../game/negotiation.ts';
import { provedParty } from '../game/sight/knowing.ts';
import type { OwnSeat } from '../game/view/own-seat-shape.ts';
import type { InstrumentView, View } from '../game/view/view-shape.ts';
import { draw } from '../orbits/table/chance.ts';
import { creditsIn, worthOf } from '../terms/index.ts';
import type { Keeping } from '../terms/term.ts';
import { K_PER_CREDIT, type SeatId } from '../vocabulary/index.ts';
import type { Moment } from './moment.ts';
import { canOrder, promisedOrders } from './orders.ts';
import { type Debt, debts, isGiven, keepWord, owedBy, promisedDials, promisedText } from './word.ts';

/**
 * Positions first, then answers, then names under texts; a text of its own when there is none it could accept. What was promised is
 * done in the same breath.
 */
export function talk(moment: Moment): Command[] {
  const { round } = moment;
  const known = debts(moment);
  if (round === 0) return [...positions(moment, known), ...incidents(moment), ...keepWord(moment, known)];
  const { commands, all } = answers(moment, known);
  const fresh = all.length > known.length ? promisedOrders(moment, all) : [];
  return [...commands, ...keepWord(moment, all), ...fresh, ...(round === 1 ? tabling(moment) : signing(moment, all))];
}

function positions(moment: Moment, all: readonly Debt[]): Command[] {
  const { view, own, mandate } = moment;
  const best = mandate.menu[0];
  const mine = view.seats.find((seat) => seat.id === own.seat)!.positions;
  const promised = promisedDials(moment, all);
  if (!best) return [];
  return view.dials.flatMap(({ dial }): Command[] => {
    const value = best.text[dial];
    return value === undefined || mine[dial] === value || promised.has(dial) ? [] : [{ kind: 'set-dial', dial, value }];
  });
}

const signed = (text: InstrumentView, seat: SeatId): boolean =>
  text.signatures.some((s) => s.seat === seat) || text.pledges[seat] !== undefined;

/** Texts that are worth this seat's name, best first. */
function worthSigning({ view, own, mandate }: Moment): InstrumentView[] {
  if (mandate.persona.signs === 'never') return [];
  return view.instruments
    .filter((text) => isOpen(text) && (own.withText[text.id] ?? 0) >= mandate.asks)
    .sort((a, b) => own.withText[b.id]! - own.withText[a.id]!);
}

/** Whether people at other seats have asked this seat for its signature. */
function asked({ view, own }: Moment, text: InstrumentView): boolean {
  return view.offers.some(
    (o) =>
      o.to === own.seat &&
      owedBy(o, own.seat).some(({ keeping }) => keeping.how === 'name' && keeping.instrument === text.id),
  );
}

/** A bot among people never brings a text into force unasked; among bots it follows its interest. */
function mayCommit(moment: Moment, text: InstrumentView): boolean {
  const people = moment.view.seats.some((seat) => seat.present > 0 && !seat.bot);
  if (moment.mandate.persona.signs === 'free' || !people) return true;
  return asked(moment, text) || !(moment.own.pivotal.includes(text.id) || text.wouldSign.length + 1 >= text.needs);
}

/** Its name goes to the best text; where it is promised it stays. */
function signing(moment: Moment, all: readonly Debt[]): Command[] {
  const { own } = moment;
  const text = worthSigning(moment)[0];
  if (promisedText(moment, all) !== null || !text || signed(text, own.seat) || !mayCommit(moment, text)) return [];
  const others = text.needs - 1;
  return [signs(text.id, text.status === 'in-force' ? { kind: 'none' } : { kind: 'at-least', count: others })];
}

/** A state with nothing on the table that it could sign tables the text that most positions already agree with. */
function tabling(moment: Moment): Command[] {
  const { view, own, mandate, key } = moment;
  const me = view.seats.find((seat) => seat.id === own.seat)!;
  if (!mandate.tables || me.kind === 'operator' || mandate.persona.signs === 'never' || worthSigning(moment).length > 0)
    return [];
  if (view.instruments.some((i) => i.tabledBy === own.seat && i.tabledTurn === view.clock.turn)) return [];
  if (view.instruments.filter(isOpen).length >= MOST_LIVE_TEXTS) return [];
  // Not everybody at once: about half of the states speak first.
  if (draw(key, 'tables') < 0.5) return [];
  const mayLead = new Set(view.seats.filter((seat) => seat.standing >= mandate.leadStanding).map((seat) => seat.id));
  const candidates = mandate.menu.filter(({ text, score }) => score >= mandate.asks && mayLead.has(text.lead));
  let best: { text: Package; agree: number } | null = null;
  for (const { text } of candidates) {
    const near = view.seats.map((seat) => closeness(view, seat.positions, text)).sort((a, b) => b - a);
    const agree = near.slice(0, view.instruments[0]?.needs ?? near.length).reduce((sum, n) => sum + n, 0);
    const known = view.instruments.some((i) => isSameText(i.values, text));
    if (!known && (!best || agree > best.agree)) best = { text, agree };
  }
  return best ? [{ kind: 'table', values: best.text }] : [];
}

/** How near a text is to what a seat has said it wants: a step on a dial counts as a part, another lead or road as a whole. */
function closeness(view: View, positions: View['seats'][number]['positions'], text: Package): number {
  let sum = 0;
  for (const { dial, values } of view.dials) {
    const wanted = values.findIndex((v) => v.value === positions[dial]);
    const got = values.findIndex((v) => v.value === text[dial]);
    if (wanted < 0) continue;
    if (dial === 'lead' || dial === 'road') sum += wanted === got ? 1 : 0;
    else sum += 1 - Math.abs(wanted - got) / (values.length - 1);
  }
  return sum;
}

/** Answers to all open offers, each with what the ones before it have promised in mind. */
function answers(
  moment: Moment,
  known: readonly Debt[],
): { readonly commands: readonly Command[]; readonly all: readonly Debt[] } {
  const commands: Command[] = [];
  let all = known;
  for (const offer of moment.view.offers) {
    if (offer.to !== moment.own.seat || offer.status !== 'open') continue;
    const no = reasonAgainst(moment, offer, all);
    commands.push({ kind: 'answer-offer', offer: offer.id, accept: no === null, ...(no ? { why: no.why } : {}) });
    if (no === null) all = [...all, ...owedBy(offer, moment.own.seat)];
    else commands.push(...counter(moment, offer, no.text));
  }
  return { commands, all };
}

type No = { readonly why: DeclineReason; readonly text: InstrumentView | null };

/** Why this seat declines an offer, and the text that gives it too little; null: it accepts. */
function reasonAgainst(moment: Moment, offer: Offer, all: readonly Debt[]): No | null {
  const { own, mandate } = moment;
  const asked = owedBy(offer, own.seat);
  const gains = offer.give.reduce((sum, term) => sum + worthOf(term), 0);
  const fresh = asked.filter((debt) => !isGiven(moment, all, debt));
  if (gains > 0 && asked.length > 0 && fresh.length === 0) return { why: 'given', text: null };
  let costs = 0;
  for (const { term, keeping } of fresh) {
    if (keeping.how === 'name') {
      const no = againstSigning(moment, keeping, all, gains);
      if (no) return no;
    } else if (keeping.how === 'hold-fire') costs += mandate.persona.strikes === 'never' ? 0 : 9;
    else costs += worthOf(term);
  }
  const spendK = creditsIn(offer.get) * K_PER_CREDIT;
  if (spendK > own.freeK || !fresh.every(({ keeping }) => canOrder(moment, keeping)))
    return { why: 'money', text: null };
  return costs > gains ? { why: 'price', text: null } : null;
}

/** Why this seat does not promise its name to a text; null: it does. */
function againstSigning(
  moment: Moment,
  { instrument, words }: Extract<Keeping, { how: 'name' }>,
  all: readonly Debt[],
  gains: number,
): No | null {
  const { own, mandate, view } = moment;
  const text = view.instruments.find((i) => i.id === instrument);
  const me = view.seats.find((seat) => seat.id === own.seat)!;
  const promised = promisedText(moment, all);
  if (promised !== null && promised !== instrument) return { why: 'bound', text: null };
  if (!text || !isOpen(text) || (words && !sameClauses(text.values, words)) || me.standing < mandate.signStanding)
    return { why: 'text', text: null };
  const left = (own.withText[text.id] ?? 0) + gains - mandate.asks;
  return left < 0 || mandate.persona.signs === 'never' ? { why: 'text', text } : null;
}

/** The one dial whose change would help this seat most, asked for in return. */
function counter({ mandate, view }: Moment, offer: Offer, text: InstrumentView | null): Command[] {
  if (!text || mandate.persona.signs === 'never') return [];
  let best: { dial: Dial; text: Package; score: number } | null = null;
  let asItStands = 0;
  for (const other of mandate.menu) {
    const differing = view.dials.flatMap(({ dial }) =>
      valueOn(other.text, dial) === valueOn(text.values, dial) ? [] : [dial],
    );
    if (differing.length === 0) asItStands = other.score;
    if (differing.length === 1 && (!best || other.score > best.score)) best = { dial: differing[0]!, ...other };
  }
  // A first step, though it may take more of them to agree.
  if (!best || best.score <= asItStands) return [];
  return [
    {
      kind: 'offer',
      to: offer.from,
      give: [],
      get: [{ kind: 'dial', dial: best.dial, value: valueOn(best.text, best.dial) }],
    },
  ];
}

/**
 * An owner with an honest mandate admits while that is not proved; the others ask for consultation once and lay open what they
 * have seen: at once where a bot answers for it, in the turn after they asked where people do, who may want to speak first.
 */
function incidents({ view, own, mandate }: Moment): Command[] {
  return view.incidents.flatMap((incident): Command[] => {
    if (incident.loud) return [];
    const mine = incident.statements.find((s) => s.seat === own.seat && s.kind !== 'accuse');
    if (incident.owner === own.seat) {
      const published = view.publishedTogether[incident.id];
      const proved = published !== undefined && provedParty(published, view.provedAt) === own.seat;
      const file = own.evidence.find((e) => e.incident === incident.id && e.file);
      // What clears it, it lays open: there is nothing to admit.
      if (file && file.who === null) return file.published ? [] : [{ kind: 'publish-evidence', evidence: file.id }];
      return mandate.persona.admits && !mine && !proved
        ? [{ kind: 'state-incident', incident: incident.id, say: 'admit' }]
        : [];
    }
    const ownedByPeople = view.seats.some((seat) => seat.id === incident.owner && !seat.bot);
    const waits = ownedByPeople && (!mine || mine.turn === view.clock.turn);
    const evidence = own.evidence.filter((e) => e.incident === incident.id && e.holder === own.seat && !e.published);
    return [
      ...accusation(incident, mandate.persona.accusesFrom, view, own),
      ...(mine ? [] : [{ kind: 'state-incident', incident: incident.id, say: 'consult' } as const]),
      ...(waits ? [] : evidence.map((e): Command => ({ kind: 'publish-evidence', evidence: e.id }))),
    ];
  });
}

/** A seat that accuses does so once what it reads is believed so far, and nobody's act is told yet. */
function accusation(incident: Incident, from: number | null, view: View, own: OwnSeat): Command[] {
  if (from === null || incident.settled || incident.statements.some((s) => s.seat === own.seat && s.kind === 'accuse'))
    return [];
  const alone = own.evidence.find((e) => e.incident === incident.id && e.holder === own.seat);
  const picture = own.heldTogether[incident.id] ?? (alone && asPicture(alone));
  const of = view.seats.find((seat) => seat.id === picture?.party)?.id;
  if (!picture || of === undefined || of === own.seat || picture.proof < from) return [];
  return [{ kind: 'accuse', incident: incident.id, cause: picture.cause, of }];
}

/** What an accuser needs to know of its own look. */
const asPicture = ({ cause, who }: Evidence): Pick<Picture, 'cause' | 'party' | 'proof'> => ({
  cause: cause.named as Picture['cause'],
  party: who?.named ?? null,
  proof: cause.belief[cause.named]! * (who ? who.belief[who.named]! : 1),
});
