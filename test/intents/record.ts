/**
 * `node test/intents/record.ts`: records what comes of the games again, `--games` the games too. Only where the engine or a rule was
 * changed on purpose, in the commit that changes it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { decide } from '../../shared/bots/index.ts';
import type { Command, CommandKind } from '../../shared/game/commands/index.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, newGame, resolveTurn, viewFor } from '../../shared/game/rules.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import { draw, keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { makers, pickerOf } from '../laws/makers.ts';
import { mixedPersonas, scenario, seats, thinSky } from '../laws/tables.ts';
import { type Intent, type IntentGame, intentOf, playIntents } from './intents.ts';

const GAMES = new URL('./games.json', import.meta.url);
const RESULTS = new URL('./results.json', import.meta.url);
const COUNT = 20;

/** What bots do not do of themselves: each seat tries some of these in each round of talk, and does those that it may. */
const ACTS: readonly CommandKind[] = [
  ...Array.from({ length: 9 }, () => 'act-on-text' as const),
  'offer',
  'answer-offer',
  'answer-offer',
  'withdraw-offer',
  'state-incident',
  'accuse',
  'publish-evidence',
  'share-evidence',
  'draft-order',
  'draft-order',
  'confirm-order',
  'swap-weights',
  'table',
];
const TRIES = 3;
const ROUNDS = 3;

function recorded(seed: string): IntentGame {
  const personas = mixedPersonas(seed);
  const key = keyOf(seed);
  const intents: Intent[] = [];
  let game = newGame(scenario, seed, thinSky, { thin: true });
  let at = 0;
  let seq = 0;
  const submit = (actor: Actor, command: Command): void => {
    if (check(game, actor, command, at)) return;
    const entry = { seq, at, actor, id: `r${seq}`, command };
    const intent = intentOf(game.state, entry);
    if (intent) intents.push(intent);
    game = apply(game, entry);
    seq++;
  };
  const number = (...ids: readonly (string | number)[]): number =>
    Math.floor(draw(key, 'number', seq, ...ids) * 99_999);
  const round = (n: number, talk: boolean): void => {
    for (const seat of seats) {
      const view = viewFor(game, { kind: 'seat', seat });
      for (const command of decide(view, scenario, narrow(key, seat, game.state.clock.turn), n, personas[seat]))
        submit({ role: 'bot', seat }, command);
      for (let i = 0; talk && i < TRIES; i++) {
        const pick = pickerOf([0, 1, 2, 3, 4, 5].map((k) => number(seat, n, i, k)));
        const kind = pick(ACTS)!;
        submit({ role: 'bot', seat }, makers[kind](game, seat, pick, `${seq}`) as Command);
      }
    }
  };
  submit({ role: 'facilitator' }, { kind: 'start' });
  while (game.state.clock.phase !== 'debrief') {
    if (awaitsSky(game.state)) {
      const { outcome, sky } = resolveTurn(game);
      submit({ role: 'server' }, { kind: 'resolved', outcome });
      game = { ...game, sky };
      continue;
    }
    const { phase, endsAt } = game.state.clock;
    const talk = phase === 'negotiation';
    const rounds = talk ? ROUNDS : phase === 'briefing' || phase === 'seal' ? 1 : 0;
    for (let n = 0; n < rounds; n++) round(n, talk);
    at = Math.max(at, endsAt ?? at);
    submit({ role: 'clock' }, { kind: 'expire', number: game.state.clock.number });
  }
  return { seed, intents };
}

if (process.argv.includes('--games')) {
  const games = Array.from({ length: COUNT }, (_, i) => recorded(`intents ${i}`));
  writeFileSync(GAMES, `[\n${games.map((game) => JSON.stringify(game)).join(',\n')}\n]\n`);
}
const games = JSON.parse(readFileSync(GAMES, 'utf8')) as IntentGame[];
writeFileSync(RESULTS, `[\n${games.map((game) => JSON.stringify(playIntents(game))).join(',\n')}\n]\n`);
