/**
 * `npm run bench [-- name ...] [--json] [--scenario ID|DIR]`: runs the measurements by name, all without one; those of the engine on
 * First test or on another scenario, a folder as well. With --json one line of JSON for
 * each: name, objects, steps, seconds and cpuSeconds (medians), perSecond (objects x steps), threads, and where there are any a
 * reference and rivals in the same run; `latency`, `forecasts`, `deals`, `crowd` and `games` have fields of their
 * own.
 */
import { measureDeals } from './deals.ts';
import { ENGINE_CASES, measure } from './engine.ts';
import { measureForecasts } from './forecasts.ts';
import { measureLatency } from './latency.ts';
import { type CrowdLoad, measureCrowd, measureGames } from './load.ts';
import { namesGiven } from './options.ts';

/** Resolutions of the full sky while people talk: five games of four turns. */
const LATENCY_GAMES = 5;
const LATENCY = 'latency';
const FORECASTS = 'forecasts';
const DEALS = 'deals';
const CROWD = 'crowd';
const GAMES = 'games';

const asked = namesGiven();
const json = process.argv.includes('--json');
const all = [...Object.keys(ENGINE_CASES), LATENCY, FORECASTS, DEALS, CROWD, GAMES];
const unknown = asked.find((name) => !all.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`bench: no case ${unknown}; there is ${all.join(', ')}\n`);
  process.exit(2);
}

for (const name of all) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const engine = ENGINE_CASES[name];
  if (engine) {
    const m = await measure(name, engine);
    show(
      m,
      `${m.seconds.toFixed(4)} s (${m.cpuSeconds.toFixed(4)} s of processor), ${m.objects} objects, ${m.steps} steps, ${Math.round(m.perSecond)} per second, ${m.threads} thread`,
    );
    if (json) continue;
    if (m.reference) process.stdout.write(`           reference: ${m.reference}\n`);
    for (const rival of m.rivals ?? [])
      process.stdout.write(
        `           ${rival.name}: ${rival.seconds.toFixed(4)} s, ${rival.ratio.toFixed(2)} times ours\n`,
      );
  } else if (name === FORECASTS) {
    // Aims: p95 under 2 s, commands' p99 under 50 ms.
    const m = await measureForecasts();
    const s = `p50 ${(m.p50Ms / 1000).toFixed(2)}, p95 ${(m.p95Ms / 1000).toFixed(2)}, worst ${(m.worstMs / 1000).toFixed(2)} s`;
    const others = `p99 ${m.commandsP99Ms.toFixed(1)}, worst ${m.commandsWorstMs.toFixed(1)} ms`;
    show(
      { name, ...m },
      `${s} of ${m.asked} asked (${m.refused} refused); ${others} of ${m.commands} commands meanwhile`,
    );
  } else if (name === DEALS) {
    const m = measureDeals();
    const sizes = m.sizes.map(
      ({ seats, clauses, units, mostUnits, tables }) =>
        `${seats} seats x ${clauses} clauses ${units.toFixed(2)} units (at most ${mostUnits}), ` +
        tables
          .map((t) => (t.closed ? t.points.toFixed(1) : `${t.points.toFixed(1)} to ${t.bound.toFixed(1)}`))
          .join('; '),
    );
    show({ name, ...m }, `unit ${m.unitSeconds.toFixed(2)} s; ${sizes.join('; ')}`);
  } else if (name === CROWD) {
    // Aim: p95 of the screen under 150 ms, or 3 times the bare room's where that is over 50 ms.
    const m = await measureCrowd();
    show({ name, ...m }, `${besideEcho(m)}; ${m.years} years meanwhile, loop ${(100 * m.busy).toFixed(0)} % busy`);
  } else if (name === GAMES) {
    // Aims: the ratio of the queue under 1.3, p95 of the screen under 8 times the bare room's.
    const m = await measureGames();
    show(
      { name, ...m },
      `years p95 ${(m.queueP95Ms / 1000).toFixed(2)} s, ${m.queueRatio.toFixed(2)} times ${m.years} x ${m.loneMs.toFixed(0)} ms / ${m.workers}; ${besideEcho(m)}, and ${m.echoBesideYears.p95Ms.toFixed(1)} ms beside years, ${(m.screen.p95Ms / m.echoBesideYears.p95Ms).toFixed(1)} times; loop ${(100 * m.busy).toFixed(0)} % busy`,
    );
  } else {
    // Aims: p99 under 50 ms, worst under 200 ms.
    const m = await measureLatency(LATENCY_GAMES);
    const ms = `p50 ${m.p50Ms.toFixed(1)}, p99 ${m.p99Ms.toFixed(1)}, worst ${m.worstMs.toFixed(1)} ms`;
    show(
      { name, ...m },
      `${ms} of ${m.commands} commands over ${m.resolutionsMs.length} resolutions, ${m.read} views and changes read`,
    );
  }
}
process.exit(0);

function besideEcho({ screen, echo }: Pick<CrowdLoad, 'screen' | 'echo'>): string {
  const times = (screen.p95Ms / echo.p95Ms).toFixed(1);
  return `screen p50 ${screen.p50Ms.toFixed(1)}, p95 ${screen.p95Ms.toFixed(1)}, p99 ${screen.p99Ms.toFixed(1)} ms of ${screen.acts} acts; a bare room’s p95 ${echo.p95Ms.toFixed(1)} ms, ${times} times`;
}

function show(record: { readonly name: string }, line: string): void {
  process.stdout.write(json ? `${JSON.stringify(record)}\n` : `${record.name.padEnd(10)} ${line}\n`);
}
