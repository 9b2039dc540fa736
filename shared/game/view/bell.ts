/**
 * The bell, from what everybody could see when the talks ended. Whose name is missing is never said: only names under the text, and
 * how many it is short of.
 */
import { articlesOf, demandsOf } from '../../clauses/articles.ts';
import { readyForForce } from '../../forums/decisions.ts';
import { type Instrument, leaving, partiesOf, ratifiedBy } from '../../forums/instrument.ts';
import { inSigningOrder, wouldSign } from '../../forums/pledges.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import { canRatify, standsAlone } from '../paper.ts';
import type { State } from '../state.ts';
import type { Bell, BellName, BellOutcome } from './bell-shape.ts';

type Nearest = { readonly outcome: BellOutcome; readonly text: Instrument | null };

/** The bell of these talks for a viewer on a seat or on none; null while no talks have just ended. */
export function bellOf(state: State, viewer: SeatId | null): Bell | null {
  const before = state.ended?.before;
  if (state.clock.phase !== 'seal' || !before) return null;
  const { outcome, text } = nearest(state, before.instruments);
  if (!text) return { outcome, text: null, names: [], binds: [], missing: 0, places: 0, asks: [] };
  const needs = state.scenario.paper.inForceAt;
  const names = outcome === 'blocked' ? [] : namesUnder(state, text, before.instruments);
  const gone = leaving(text, state.clock.turn, state.scenario.paper.noticeTurns);
  const ratified = partiesOf(afterHomes(state, text)).filter((seat) => !gone.includes(seat));
  const have = outcome === 'home' ? ratified.length : names.length;
  const bound = outcome === 'force' || outcome === 'joined' || outcome === 'stands';
  return {
    outcome,
    text: text.id,
    names,
    binds: bound ? inOrder(state, ratified) : [],
    missing: outcome === 'home' || outcome === 'short' ? Math.max(1, needs - have) : 0,
    places: Math.max(needs, names.length),
    asks: names.some((name) => name.seat === viewer) ? asked(state, text, viewer) : [],
  };
}

const isFresh = (text: Instrument, turn: number): boolean => text.signatures.some((s) => s.turn === turn);

/** The text as it will be at the end of the year if homes stand as they do now. */
const afterHomes = (state: State, text: Instrument): Instrument =>
  ratifiedBy(text, state.clock.turn, (seat) => canRatify(state, seat));

const inOrder = ({ scenario }: State, seats: readonly SeatId[]): readonly SeatId[] =>
  scenario.seats.map((s) => s.id).filter((id) => seats.includes(id));

/** The text that came nearest to force, what these talks have moved before what they have left as it was. */
function nearest(state: State, before: readonly Instrument[]): Nearest {
  const { instruments, clock, scenario } = state;
  const needs = scenario.paper.inForceAt;
  const ready = readyForForce(
    instruments.map((text) => afterHomes(state, text)),
    needs,
    clock.turn,
    standsAlone(state),
  );
  if (ready) return { outcome: 'force', text: instruments.find((i) => i.id === ready.id)! };
  const standing = instruments.find((i) => i.status === 'in-force') ?? null;
  if (standing && isFresh(standing, clock.turn)) return { outcome: 'joined', text: standing };
  const open = instruments.filter((i) => i.status === 'tabled' || i.status === 'adopted');
  const [best] = open
    .filter((text) => text.signatures.length > 0)
    .sort(
      (a, b) =>
        Number(isFresh(b, clock.turn)) - Number(isFresh(a, clock.turn)) ||
        b.signatures.length - a.signatures.length ||
        a.number - b.number,
    );
  const [refused] = instruments
    .filter((i) => i.status === 'blocked' && before.some((old) => old.id === i.id && old.status !== 'blocked'))
    .sort((a, b) => wouldSign(b).length - wouldSign(a).length || a.number - b.number);
  const names = best && isFresh(best, clock.turn) ? best.signatures.length : 0;
  if (refused && wouldSign(refused).length >= names) return { outcome: 'blocked', text: refused };
  if (standing && names === 0) return { outcome: 'stands', text: standing };
  // Names enough, and yet not ready: what is missing are homes.
  if (best) return { outcome: best.signatures.length < needs ? 'short' : 'home', text: best };
  return { outcome: 'none', text: open.at(-1) ?? null };
}

/** Names under a text in the order in which they came, one bringing the next. */
function namesUnder({ clock, scenario }: State, text: Instrument, before: readonly Instrument[]): readonly BellName[] {
  const old = text.signatures.filter((s) => s.turn < clock.turn).toSorted((a, b) => a.turn - b.turn);
  const fresh = text.signatures.filter((s) => s.turn === clock.turn).map((s) => s.seat);
  const added = scenario.seats.map((s) => s.id).filter((id) => fresh.includes(id));
  const was = before.find((i) => i.id === text.id) ?? text;
  return [
    ...old.map(({ seat }) => ({ seat, by: 'old' as const })),
    ...inSigningOrder(was, added).map(({ seat, conditional }) => ({
      seat,
      by: conditional ? ('met' as const) : ('free' as const),
    })),
  ];
}

/** Articles that ask something of a seat's orders: one about tests asks nothing of who has no missile. */
function asked({ scenario }: State, text: Instrument, viewer: SeatId | null): Bell['asks'] {
  const strikes = scenario.seats.some((s) => s.id === viewer && s.strike);
  return articlesOf(text.values)
    .filter((article) => {
      const { noDebrisAboveKm, ...others } = demandsOf([article]);
      return Object.keys(others).length > 0 || (strikes && noDebrisAboveKm !== undefined);
    })
    .map((article) => article.clause);
}
