/**
 * `npm run bench [-- name ...] [--json]`: runs the measurements by name, all without one. With --json one line of JSON for
 * each: name, objects, steps, seconds and cpuSeconds (medians), perSecond (objects x steps), threads, and where there are any a
 * reference and rivals in the same run; `latency`, `forecasts` and `deals` have fields of their own.
 */
import { measureDeals } from './deals.ts';
import { ENGINE_CASES, measure } from './engine.ts';
import { measureForecasts } from './forecasts.ts';
import { measureLatency } from './latency.ts';

/** Resolutions of the full sky while people talk: five games of four turns. */
const LATENCY_GAMES = 5;
const LATENCY = 'latency';
const FORECASTS = 'forecasts';
const DEALS = 'deals';

const asked = process.argv.slice(2).filter((name) => name !== '--json');
const json = process.argv.includes('--json');
const all = [...Object.keys(ENGINE_CASES), LATENCY, FORECASTS, DEALS];
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

function show(record: { readonly name: string }, line: string): void {
  process.stdout.write(json ? `${JSON.stringify(record)}\n` : `${record.name.padEnd(10)} ${line}\n`);
}
