/**
 * How long people wait for the forecast of a text when thirty ask within the same second, each with a draft of their own, and
 * how long others meanwhile wait for the answer to a command.
 */
import type { Package } from '../../shared/clauses/text.ts';
import { endPhasesUntil, pause, removeFolder, startProcess, temporaryFolder } from '../server/harness.ts';
import { type Asked, askAll, quantiles, startCrowd } from './crowd.ts';
import { openTable, SEATS } from './latency.ts';

const ASKING_PROCESSES = 5;
const ASKERS = ASKING_PROCESSES * SEATS.length;
const WITHIN_MS = 1000;
const ROUNDS = 5;
const BETWEEN_ROUNDS_MS = 3000;
const TALK_EVERY_MS = 100;

export type ForecastWaits = {
  readonly asked: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  readonly commands: number;
  readonly commandsP99Ms: number;
  readonly commandsWorstMs: number;
};

/** Every text of the dials with one pen: more than one round asks for. */
const TEXTS: readonly Package[] = ([30, 90, null] as const).flatMap((N10) =>
  ([5, 10, null] as const).flatMap((N06) =>
    (['members', 'all', null] as const).flatMap((N17) =>
      ([0, 300, 500, null] as const).flatMap((N01) =>
        (['open', 'copuos'] as const).map((road) => ({ N01, N06, N10, N17, lead: 'US', road })),
      ),
    ),
  ),
);

/** Asks in five rounds on a server that has not made a forecast yet; no text is asked for twice by one seat. */
export async function measureForecasts(): Promise<ForecastWaits> {
  const folder = temporaryFolder();
  const server = await startProcess(folder);
  const { code, desk } = await openTable(server.at);
  const askers = Array.from({ length: ASKING_PROCESSES }, startCrowd);
  const talkers = [startCrowd()];
  await askAll([...askers, ...talkers], 'enter', { at: server.at, code, as: SEATS });
  await desk.command({ kind: 'start' });
  await endPhasesUntil(desk, 'negotiation');
  await askAll(talkers, 'talk', { everyMs: TALK_EVERY_MS, among: SEATS });
  await pause(BETWEEN_ROUNDS_MS);
  await askAll(talkers, 'count', { on: true });
  const asked: Asked[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const answers = askers.map((crowd, process) => {
      const places = SEATS.map((_, seat) => process * SEATS.length + seat);
      return crowd.ask('forecast', {
        texts: places.map((place) => TEXTS[(round * ASKERS + place) % TEXTS.length]!),
        afterMs: places.map((place) => (place * WITHIN_MS) / ASKERS),
      });
    });
    asked.push(...(await Promise.all(answers)).flat());
    await pause(BETWEEN_ROUNDS_MS);
  }
  await askAll(talkers, 'count', { on: false });
  const [heard] = await askAll(talkers, 'hush', {});
  for (const crowd of [...askers, ...talkers]) await crowd.end();
  await server.kill('SIGTERM');
  removeFolder(folder);
  const forecast = quantiles(asked.map(({ ms }) => ms));
  const command = quantiles(heard!.waitsMs);
  return {
    asked: asked.length,
    refused: asked.filter(({ refused }) => refused !== null).length,
    p50Ms: forecast(0.5),
    p95Ms: forecast(0.95),
    worstMs: forecast(1),
    commands: heard!.waitsMs.length,
    commandsP99Ms: command(0.99),
    commandsWorstMs: command(1),
  };
}
