/**
 * The casebook: numbered cases in plain words, played by the real rules on the real sky, thinned 1 in 20 (or whole where a
 * case says so). `given` sets the table, `when` is what happens, `then` is what must be true afterwards.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { meant } from '../../shared/game/meaning.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Actor } from '../../shared/game/roles.ts';
import type { Seat } from '../../shared/game/seat.ts';
import type { Game } from '../../shared/game/state.ts';
import type { Solo } from '../../shared/game/time/clock.ts';
import { resolveTurn } from '../../shared/game/turn/resolve.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { orders } from '../../shared/orders/index.ts';
import { K_PER_CREDIT, type Refusal, type SeatId, type Slot } from '../../shared/vocabulary/index.ts';
import { type Check, checks } from './checks.ts';

export type Case = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly given?: Given;
  readonly when: readonly (string | Readonly<Record<SeatId, Act>>)[];
  readonly then: readonly Readonly<Record<string, unknown>>[];
};
type Given = {
  /** years before this one have passed in which nobody did anything */
  readonly turn?: number;
  readonly sky?: 'whole';
  /** decides the draws */
  readonly luck?: string;
  readonly seats?: Readonly<
    Record<SeatId, Partial<Pick<Seat, 'standing' | 'approval'>> & { readonly credits?: number }>
  >;
  /** before play, with one person at each of these seats */
  readonly lobby?: Readonly<Record<SeatId, string>>;
  /** one person, ada, plays alone: in the first briefing, at this seat and tempo */
  readonly alone?: Solo;
  /** a text in force since last year, with these parties */
  readonly text?: Partial<Package> & { readonly parties: readonly SeatId[] };
};
/** An order (the head confirms it unless it says otherwise) or any other command of a seat. */
type Act = {
  readonly order?: Readonly<Record<string, unknown>>;
  readonly unconfirmed?: boolean;
  readonly does?: Command;
  /** by somebody who still sees the table as it was set when the case began */
  readonly late?: true;
};
export type CaseResult = { readonly id: string; readonly title: string; readonly failures: readonly string[] };

/** What the checks look at: the game as it was set up and as it is, and what the last act was told. */
export type Scene = { readonly before: Game; readonly after: Game; readonly refused: Refusal | null };

const FOLDER = new URL('./', import.meta.url);
const YEAR = 'the year passes';

/** All cases of the book, in the order of their files. */
export function readCases(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case[]);
}

const skies = new Map<string, Population>();
function skyOf(whole: boolean): Population {
  const name = whole ? 'whole' : 'thin';
  const sky = skies.get(name) ?? readStartSky(firstTest(), !whole).sky;
  skies.set(name, sky);
  return sky;
}
const firstTest = () => builtInScenarios().get('first-test')!;

let serial = 0;
function act(game: Game, actor: Actor, command: Command): Game {
  serial++;
  return apply(game, { seq: serial, at: 0, actor, id: `case${serial}`, command });
}

const tick = (game: Game): Game => act(game, { role: 'clock' }, { kind: 'expire', number: game.state.clock.number });

/** From talk to the next talk: the bell, the sky, the next briefing. Stays in the epilogue after the last turn. */
function passYear(game: Game): Game {
  let now = game;
  while (now.state.clock.phase !== 'resolution') now = tick(now);
  const { outcome, sky } = resolveTurn(now);
  now = { ...act(now, { role: 'server' }, { kind: 'resolved', outcome }), sky };
  while (now.state.clock.phase === 'resolution') now = tick(now);
  return toTalk(now);
}

const toTalk = (game: Game): Game => (game.state.clock.phase === 'briefing' ? tick(game) : game);

const quiet = new Map<string, Game>();
/** The negotiation of a turn after quiet years. */
function quietGame(turn: number, whole: boolean, luck: string): Game {
  const name = `${turn} ${whole} ${luck}`;
  const known = quiet.get(name);
  if (known) return known;
  const sky = skyOf(whole);
  const game =
    turn > 1
      ? passYear(quietGame(turn - 1, whole, luck))
      : toTalk(act(newGame(firstTest(), luck, sky, { thin: !whole }), { role: 'facilitator' }, { kind: 'start' }));
  quiet.set(name, game);
  return game;
}

function setLobby(people: Readonly<Record<SeatId, string>>): Game {
  let game = newGame(firstTest(), 'casebook', skyOf(false), { thin: true });
  for (const [seat, delegate] of Object.entries(people))
    game = act(game, { role: 'guest', delegate }, { kind: 'join', seat, text: '' });
  return game;
}

function setAlone(solo: Solo): Game {
  const game = newGame(firstTest(), 'casebook', skyOf(false), { thin: true, solo });
  const seated = act(game, { role: 'guest', delegate: 'ada' }, { kind: 'join', seat: solo.seat, text: '' });
  return act(seated, { role: 'facilitator' }, { kind: 'start' });
}

/** Who acts in a step: the facilitator, the server, a person by name, a seat, or else a guest. */
function actorOf({ state }: Game, who: string): Actor {
  if (who === 'facilitator' || who === 'server') return { role: who };
  const person = state.delegates[who];
  if (person) return { role: 'delegate', delegate: who, seat: person.seat };
  return state.seats[who] ? { role: 'bot', seat: who } : { role: 'guest', delegate: who };
}

function setTable(given: Given): Game {
  if (given.lobby) return setLobby(given.lobby);
  if (given.alone) return setAlone(given.alone);
  const game = quietGame(given.turn ?? 1, given.sky === 'whole', given.luck ?? 'casebook');
  const seats = { ...game.state.seats };
  for (const [id, { credits, ...change }] of Object.entries(given.seats ?? {})) {
    const creditsK = credits === undefined ? seats[id]!.creditsK : credits * K_PER_CREDIT;
    seats[id] = { ...seats[id]!, ...change, creditsK };
  }
  const state = { ...game.state, seats };
  if (!given.text) return { ...game, state };
  const { parties, ...values } = given.text;
  const since = state.clock.turn - 1;
  const text = {
    id: 'in-force',
    number: 1,
    tabledBy: values.lead ?? 'EU',
    tabledTurn: since,
    values: { N01: null, N06: null, N10: null, N17: null, lead: 'EU', road: 'open', ...values } as Package,
    status: 'in-force',
    penUsed: null,
    pledges: {},
    blocks: {},
    objections: [],
    signatures: parties.map((seat) => ({ seat, turn: since })),
    notices: {},
    inForceSince: since,
  } as const;
  return { ...game, state: { ...state, instruments: [text] } };
}

function freeSlot(game: Game, seat: SeatId, kind: string): Slot {
  if (orders[kind]?.slot === 'security') return 'security';
  return game.state.seats[seat]!.drafts.p1 ? 'p2' : 'p1';
}

/** A case cannot know the id of an offer or of a strike's break-up: `last` and `struck` are the latest ones. */
function named({ state }: Game, does: Command): Command {
  if ('offer' in does && does.offer === 'last') return { ...does, offer: state.offers.at(-1)!.id };
  const incident = state.facts.findLast((fact) => fact.kind === 'destructive-intercept')?.incident ?? '';
  if ('incident' in does && does.incident === 'struck') return { ...does, incident };
  if ('evidence' in does) return { ...does, evidence: does.evidence.replace('struck', incident) };
  return does;
}

/** A command as the page of its maker sends it. */
function asSeen(game: Game, actor: Actor, command: Command): Command {
  if (actor.role === 'facilitator') return meant(command, viewFor(game, { kind: 'facilitator' }));
  if (actor.role !== 'delegate' && actor.role !== 'bot') return command;
  return meant(command, viewFor(game, { kind: 'seat', seat: actor.seat }));
}

/** What an act is as commands. */
function commandsOf(game: Game, seat: SeatId, { order, unconfirmed, does }: Act): readonly Command[] {
  if (does) return [named(game, does)];
  const whole = { month: 6, ...order } as unknown as { kind: string; month: number };
  const slot = freeSlot(game, seat, whole.kind);
  const draft: Command = { kind: 'draft-order', slot, order: whole };
  return orders[whole.kind]?.hostile && !unconfirmed ? [draft, { kind: 'confirm-order', slot }] : [draft];
}

/** Plays one case and says what is not as it should be. */
export function runCase(one: Case): CaseResult {
  const before = setTable(one.given ?? {});
  let after = before;
  let refused: Refusal | null = null;
  for (const step of one.when) {
    if (step === YEAR) {
      after = passYear(after);
      continue;
    }
    if (typeof step === 'string') throw new Error(`case ${one.id}: "${step}" is nothing that can happen`);
    for (const [seat, what] of Object.entries(step))
      for (const said of commandsOf(after, seat, what)) {
        const actor = actorOf(after, seat);
        const command = asSeen(what.late ? before : after, actor, said);
        refused = check(after, actor, command, 0);
        if (refused) break;
        after = act(after, actor, command);
      }
  }
  const expectsRefusal = one.then.some((expected) => 'refused' in expected);
  const failures = one.then.flatMap((expected) =>
    Object.entries(expected).flatMap(([name, value]) => {
      const ask: Check | undefined = checks[name];
      if (!ask) throw new Error(`case ${one.id}: no check ${name}`);
      return ask({ before, after, refused }, value) ?? [];
    }),
  );
  if (refused && !expectsRefusal) failures.push(`refused: ${refused.code} ${refused.field ?? ''}`);
  return { id: one.id, title: one.title, failures };
}

/**
 * Plays the whole book: what `kessler casebook` runs.
 * @public
 */
export const runCasebook = (): readonly CaseResult[] => readCases().map(runCase);
