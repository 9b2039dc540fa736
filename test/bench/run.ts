/** `npm run bench [name ...]`: runs the measurements by name, all without one, and prints what each gave. */
import { measureLatency } from './latency.ts';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  /** answers to 30 people over 20 resolutions of the full sky; aims: p99 under 50 ms, worst under 200 ms */
  latency: () => measureLatency(5),
};

const names = process.argv.slice(2);
for (const [name, measure] of Object.entries(BENCHES))
  if (names.length === 0 || names.includes(name))
    process.stdout.write(`${JSON.stringify({ name, result: await measure() })}\n`);
process.exit(0);
