/** Skies: the public catalogue, and what one viewer knows beyond it, now or then, in this world or another. */
import type { Application } from 'express';
import { ROUTES } from '../../shared/protocol.ts';
import type { Library } from '../games/library.ts';
import type { Records } from '../records/records.ts';
import type { Overlays } from '../watch/overlays.ts';
import { sendSky, sendWeb } from './answers.ts';
import type { Askers } from './askers.ts';

/** Routes of all skies. */
export function skyRoutes(
  app: Application,
  library: Library,
  overlays: Overlays,
  records: Records,
  askers: Askers,
): void {
  const { ofAsker } = askers;

  app.get(
    ROUTES.overlay(':code', ':version'),
    ofAsker(async (open, who, request, response) => {
      const { version, bytes } = await overlays.of(open, who);
      response.set('x-overlay', version);
      await sendSky(request, response, bytes);
    }),
  );

  app.get(
    ROUTES.moment(':code', ':turn', ':as'),
    ofAsker(async (open, who, request, response) => {
      await sendSky(
        request,
        response,
        await records.momentSky(open, who, Number(request.params.turn), String(request.params.as)),
      );
    }),
  );

  app.get(
    ROUTES.world(':code', ':id'),
    ofAsker(async (open, who, request, response) => {
      await sendSky(request, response, await records.worldSky(open, who, String(request.params.id)));
    }),
  );

  app.get(ROUTES.sky(':hash'), async (request, response) => {
    await sendWeb(request, response, await library.web(String(request.params.hash)));
  });
  app.get(ROUTES.skyNames(':hash'), async (request, response) => {
    await sendWeb(request, response, await library.namesWeb(String(request.params.hash)));
  });
}
