/**
 * Whole games as intents: who means what, in words that do not depend on how the program writes a command. Recorded once from games
 * of bots, played again through the program as it is; what comes of them must stay the same while the house is rebuilt.
 */
import type { Command, Entry } from '../../shared/game/commands/index.ts';
import { canonicalJson } from '../../shared/game/hash.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, newGame, resolveTurn } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { commandReadNow } from '../../shared/game/stored.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { scenario, thinSky } from '../laws/tables.ts';

/** One intent: at a turn and phase a seat (or the desk, or nobody: time passes) does an act with values. */
export type Intent = {
  readonly turn: number;
  readonly seat: SeatId | 'desk' | 'time';
  readonly act: string;
  readonly values?: Readonly<Record<string, unknown>>;
};
export type IntentGame = { readonly seed: string; readonly intents: readonly Intent[] };

/** What came of a game, by turn where it has turns. Lists are hashed: a difference is looked into by playing both programs. */
export type Result = {
  readonly turns: readonly {
    readonly sky: string;
    readonly facts: string;
    readonly ledger: string;
    readonly findings: string;
    readonly standing: Readonly<Record<SeatId, number>>;
  }[];
  readonly scores: Readonly<Record<SeatId, number>>;
  readonly refused: number;
};

const digest = (value: unknown): string => {
  const text = canonicalJson(value);
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return contentHash(new Uint8Array(units.buffer)).slice(0, 16);
};

/** Names in place of ids: a text by its number, an offer by its place, evidence by its incident and holder. */
export function intentOf(state: State, { actor, command }: Entry): Intent | null {
  const { turn } = state.clock;
  if (actor.role === 'clock') return { turn, seat: 'time', act: 'passes' };
  if (actor.role === 'server') return null;
  const { kind, ...rest } = command as Command & Record<string, unknown>;
  const values: Record<string, unknown> = { ...rest };
  if (kind === 'act-on-text') values.text = state.instruments.find((text) => text.id === values.text)!.number;
  if ('instrument' in values)
    values.instrument = state.instruments.find((text) => text.id === values.instrument)!.number;
  if ('offer' in values) values.offer = state.offers.findIndex((offer) => offer.id === values.offer);
  if ('evidence' in values) {
    const { incident, holder } = state.evidence.find((one) => one.id === values.evidence)!;
    values.evidence = { incident, holder };
  }
  for (const side of ['give', 'get'])
    if (Array.isArray(values[side]))
      values[side] = values[side].map((term: Record<string, unknown>) =>
        'instrument' in term
          ? { ...term, instrument: state.instruments.find((text) => text.id === term.instrument)!.number }
          : term,
      );
  const seat = actor.role === 'bot' ? actor.seat : 'desk';
  return { turn, seat, act: kind, values };
}

/** Today's command for an intent. */
export function commandOf(state: State, { act, values = {} }: Intent): Command {
  const textId = (n: unknown): string => state.instruments.find((text) => text.number === n)?.id ?? 'none';
  const out: Record<string, unknown> = { kind: act, ...values };
  if ('instrument' in out) out.instrument = textId(out.instrument);
  if (act === 'act-on-text') out.text = textId(out.text);
  if ('offer' in out) out.offer = state.offers[out.offer as number]?.id ?? 'none';
  if ('evidence' in out) {
    const { incident, holder } = out.evidence as { incident: string; holder: string };
    out.evidence = state.evidence.find((e) => e.incident === incident && e.holder === holder)?.id ?? 'none';
  }
  for (const side of ['give', 'get'])
    if (Array.isArray(out[side]))
      out[side] = out[side].map((term: Record<string, unknown>) =>
        'instrument' in term ? { ...term, instrument: textId(term.instrument) } : term,
      );
  return commandReadNow(out as Command);
}

/** Plays a game of intents to its debrief. */
export function playIntents({ seed, intents }: IntentGame): Result {
  let game: Game = newGame(scenario, seed, thinSky, { thin: true });
  let seq = 0;
  let at = 0;
  let refused = 0;
  const turns: Result['turns'][number][] = [];
  const submit = (actor: Actor, command: Command): boolean => {
    if (actor.role === 'clock') at = Math.max(at, game.state.clock.endsAt ?? at);
    if (check(game, actor, command, at)) return false;
    game = apply(game, { seq, at, actor, id: `i${seq}`, command });
    seq++;
    return true;
  };
  const sky = (): void => {
    while (awaitsSky(game.state)) {
      const before = game.state;
      const { outcome, sky: next } = resolveTurn(game);
      submit({ role: 'server' }, { kind: 'resolved', outcome });
      game = { ...game, sky: next };
      const { state } = game;
      turns.push({
        sky: outcome.skyHash,
        facts: digest(state.facts.slice(before.facts.length)),
        ledger: digest(state.ledger.slice(before.ledger.length)),
        findings: digest(state.findings.slice(before.findings.length)),
        standing: Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, seat.standing])),
      });
    }
  };
  for (const intent of intents) {
    sky();
    const done =
      intent.seat === 'time'
        ? submit({ role: 'clock' }, { kind: 'expire', number: game.state.clock.number })
        : submit(
            intent.seat === 'desk' ? { role: 'facilitator' } : { role: 'bot', seat: intent.seat },
            commandOf(game.state, intent),
          );
    if (!done) refused++;
  }
  sky();
  return {
    turns,
    scores: Object.fromEntries((game.state.results?.seats ?? []).map(({ seat, own }) => [seat, own])),
    refused,
  };
}
