/** The facilitator's: the log, erasing, the other world, the report and the tables of the record. */
import { once } from 'node:events';
import type { Application } from 'express';
import { type CounterfactualLine, type Deleted, type Erased, ROUTES, TABLES } from '../../shared/protocol.ts';
import { refuse } from '../../shared/vocabulary/index.ts';
import type { Games } from '../games/games.ts';
import { exportLines } from '../records/exports.ts';
import type { Records } from '../records/records.ts';
import type { Counterfactuals } from '../work/counterfactuals.ts';
import { asFile, bufferOf, leaving, no } from './answers.ts';
import type { Askers } from './askers.ts';

/** One JSON value a line. */
const LINES = 'application/jsonl; charset=utf-8';

/** Routes of the desk; a step of the debrief opens each to one who plays alone. */
export function deskRoutes(
  app: Application,
  games: Games,
  counterfactuals: Counterfactuals,
  records: Records,
  askers: Askers,
): void {
  const { ofDesk } = askers;

  app.get(
    ROUTES.export(':code'),
    ofDesk('exit', async (open, _request, response) => {
      asFile(response, `kessler-${open.running.code}.jsonl`, LINES);
      for await (const line of exportLines(open.running, games.store)) {
        if (response.destroyed) return;
        if (!response.write(line)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
      response.end();
    }),
  );

  app.delete(
    ROUTES.typed(':code'),
    ofDesk('exit', async ({ running }, _request, response) => {
      const { phase } = running.game().state.clock;
      if (phase !== 'debrief' && phase !== 'closed')
        return no(response, refuse('wrong-phase', { phase: { key: `phase.${phase}` } }));
      response.json({ texts: await games.eraseWords([running.code]) } satisfies Erased);
    }),
  );

  app.delete(
    ROUTES.game(':code'),
    ofDesk('exit', async ({ running }, _request, response) => {
      const { phase } = running.game().state.clock;
      if (phase !== 'debrief' && phase !== 'closed')
        return no(response, refuse('wrong-phase', { phase: { key: `phase.${phase}` } }));
      await games.delete(running.code);
      response.json({ deleted: running.code } satisfies Deleted);
    }),
  );

  app.post(
    ROUTES.counterfactual(':code'),
    ofDesk('counterfactual', async (open, request, response) => {
      const line = (said: CounterfactualLine): void => {
        if (!response.headersSent) response.set({ 'content-type': LINES });
        if (!response.destroyed) response.write(`${JSON.stringify(said)}\n`);
      };
      const change: unknown = request.body?.change;
      const done = await counterfactuals.run(open, change, (turns, of) => line({ done: turns, of }), leaving(response));
      if ('id' in done) line({ counterfactual: done.id });
      else if (response.headersSent) line({ refusal: done });
      else return no(response, done);
      response.end();
    }),
  );

  app.get(
    ROUTES.report(':code', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const page = await records.report(open, String(request.params.language), leaving(response));
      if (typeof page !== 'string') return no(response, page);
      asFile(response, `kessler-${open.running.code}.html`, 'text/html; charset=utf-8').send(page);
    }),
  );

  app.get(
    ROUTES.tables(':code', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const bytes = await records.tables(open, String(request.params.language), leaving(response));
      asFile(response, `kessler-${open.running.code}-tables.zip`, 'application/zip').send(bufferOf(bytes));
    }),
  );

  app.get(
    ROUTES.table(':code', ':name', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const name = TABLES.find((known) => known === request.params.name);
      if (!name) return no(response, refuse('malformed', {}, 'table'), 404);
      const csv = await records.table(open, name, String(request.params.language), leaving(response));
      asFile(response, `kessler-${open.running.code}-${name}.csv`, 'text/csv; charset=utf-8').send(csv);
    }),
  );
}
