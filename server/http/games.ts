/** Making a game, finding one and coming in: scenarios, games of several people or of one, the join page, keys, words. */
import type { Application } from 'express';
import { z } from 'zod';
import { TEMPOS } from '../../shared/game/time/clock.ts';
import { wordsFor } from '../../shared/game/view/words-for.ts';
import type { AloneRequest, CreateRequest, GameCard, ScenarioCard, ScenarioFaults } from '../../shared/protocol.ts';
import { ROUTES, ZIP_TYPE } from '../../shared/protocol.ts';
import { refuse } from '../../shared/vocabulary/index.ts';
import type { Games } from '../games/games.ts';
import type { Library } from '../games/library.ts';
import { builtInZip } from '../games/scenarios.ts';
import type { Sim } from '../sim/pool.ts';
import { addressesHere, isOnlyHere } from './addresses.ts';
import { asFile, bufferOf, leaving, no } from './answers.ts';
import type { Askers } from './askers.ts';
import { callerOf } from './callers.ts';
import type { Visitors } from './visitors.ts';

const CreateBody = z.strictObject({
  scenario: z.string().max(64),
  names: z.literal(['real', 'fictional']),
  thin: z.boolean().optional(),
});
const OwnQuery = z.strictObject({ names: z.literal(['real', 'fictional']), thin: z.literal('yes').optional() });
/** Faults of one scenario that are told: whoever mends these learns of the next. */
const MOST_FAULTS = 200;
const AloneBody = CreateBody.extend({ seat: z.string().max(8), tempo: z.literal(TEMPOS), boldBots: z.boolean() });

/** Routes of games and of those who come to them. */
export function gameRoutes(
  app: Application,
  games: Games,
  library: Library,
  sim: Sim,
  visitors: Visitors,
  askers: Askers,
): void {
  const { ofGame, ofAsker } = askers;

  app.get(ROUTES.addresses, (request, response) => {
    const asksHere = isOnlyHere(request.hostname) && isOnlyHere(callerOf(request));
    response.set('cache-control', 'no-store').json(asksHere ? addressesHere() : []);
  });

  app.get(ROUTES.scenarios, (_request, response) => {
    const list: ScenarioCard[] = [...library.scenarios.values()].map(({ id, languages, seats, names, lesson }) => ({
      id,
      lessonSeat: lesson?.seat ?? null,
      seats: seats.map((seat) => ({
        id: seat.id,
        names: Object.fromEntries(languages.map((code) => [code, names.fictional[code]![seat.id]!])),
      })),
    }));
    response.json(list);
  });

  app.post(ROUTES.games, async (request, response) => {
    if (!visitors.creates(callerOf(request))) return no(response, refuse('too-fast'));
    const body = CreateBody.safeParse(request.body);
    if (!body.success) return no(response, refuse('malformed', {}, body.error.issues[0]?.path.join('.') || 'body'));
    const made = await games.create(body.data as CreateRequest);
    if ('facilitatorKey' in made) response.status(201).json(made);
    else no(response, made);
  });

  app.get(ROUTES.scenarioZip(':id'), (request, response) => {
    const id = String(request.params.id);
    if (!library.scenarios.has(id))
      return no(response, refuse('scenario-unknown', { scenario: id.slice(0, 40) }, 'id'));
    asFile(response, `${id}.zip`, ZIP_TYPE).send(bufferOf(builtInZip(id)));
  });

  app.post(ROUTES.ownGames, async (request, response) => {
    const caller = callerOf(request);
    if (!visitors.creates(caller)) return no(response, refuse('too-fast'));
    const query = OwnQuery.safeParse(request.query);
    if (!query.success) return no(response, refuse('malformed', {}, query.error.issues[0]?.path.join('.') || 'names'));
    if (!(request.body instanceof Uint8Array)) return no(response, refuse('malformed', {}, 'body'));
    const { names, thin } = query.data;
    const read = await sim.readZip({ zip: request.body }, `a scenario from ${caller}`, leaving(response));
    if ('scenario' in read)
      return void response.status(201).json(await games.createOf(read.scenario, { names, thin: thin === 'yes' }));
    const faults = read.faults.slice(0, MOST_FAULTS);
    const answer: ScenarioFaults = { refusal: refuse('scenario-faulty', { n: read.faults.length }), faults };
    response.status(422).json(answer);
  });

  app.post(ROUTES.alone, async (request, response) => {
    if (!visitors.creates(callerOf(request))) return no(response, refuse('too-fast'));
    const body = AloneBody.safeParse(request.body);
    if (!body.success) return no(response, refuse('malformed', {}, body.error.issues[0]?.path.join('.') || 'body'));
    const made = await games.createAlone(body.data as AloneRequest);
    if ('key' in made) response.status(201).json(made);
    else no(response, made);
  });

  app.get(
    ROUTES.game(':code'),
    ofGame(({ running }, _request, response) => {
      const { state } = running.game();
      const card: GameCard = {
        code: running.code,
        phase: state.clock.phase,
        turn: state.clock.turn,
        alone: state.solo?.seat ?? null,
        seats: state.scenario.seats.map(({ id, kind, emblem, colour }) => ({
          id,
          kind,
          emblem,
          colour,
          people: Object.values(state.delegates).filter((d) => d.seat === id).length,
        })),
      };
      response.set('cache-control', 'no-store').json(card);
    }),
  );

  app.post(
    ROUTES.delegates(':code'),
    ofGame(async ({ running }, _request, response) => {
      if (!visitors.newcomer(running.code)) return no(response, refuse('too-fast'));
      const made = await games.newDelegate(running.code);
      if ('key' in made) response.status(201).json(made);
      else no(response, made);
    }),
  );

  app.get(
    ROUTES.words(':code', ':language'),
    ofAsker(async (open, who, request, response) => {
      const { state } = open.running.game();
      response
        .set({ 'cache-control': 'private, no-store', vary: 'authorization' })
        .json(wordsFor(state, open.audiences.viewOf(who), String(request.params.language)));
    }),
  );
}
