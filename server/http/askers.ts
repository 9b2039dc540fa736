/** Whose request it is: handlers that get their game, and who asks, or have been answered with a refusal. */
import type { Request, Response } from 'express';
import { type RevealStep, refuse } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import { bearer } from '../games/keys.ts';
import type { Who } from '../watch/people.ts';
import { no } from './answers.ts';
import { callerOf } from './callers.ts';
import type { Visitors } from './visitors.ts';

type Done = Promise<void> | void;
type Handler = (request: Request, response: Response) => Promise<void>;
type OfGame = (open: OpenGame, request: Request, response: Response) => Done;
type OfAsker = (open: OpenGame, who: Who, request: Request, response: Response) => Done;

export type Askers = {
  /** the game of the code in the address; unknown codes are refused */
  readonly ofGame: (handle: OfGame) => Handler;
  /** also who asks: by the key in the header, or a guest; a key that is nobody's is refused */
  readonly ofAsker: (handle: OfAsker) => Handler;
  /** for the facilitator; one who plays alone comes in once the debrief has opened the step */
  readonly ofDesk: (step: RevealStep, handle: OfGame) => Handler;
};

/** The three, for those who come to the games of a server. */
export function askersOf(visitors: Visitors): Askers {
  const ofGame: Askers['ofGame'] = (handle) => async (request, response) => {
    const open = await visitors.game(callerOf(request), request.params.code);
    if ('code' in open) no(response, open);
    else await handle(open, request, response);
  };

  const ofAsker: Askers['ofAsker'] = (handle) => async (request, response) => {
    const { authorization } = request.headers;
    if (!authorization)
      return ofGame((open) => handle(open, { kind: 'watcher', as: 'guest' }, request, response))(request, response);
    const visit = await visitors.holder(callerOf(request), request.params.code, bearer(authorization));
    if ('code' in visit) no(response, visit);
    else await handle(visit.open, visit.who, request, response);
  };

  const ofDesk: Askers['ofDesk'] = (step, handle) =>
    ofAsker(async (open, who, request, response) => {
      const { solo, revealed, clock, delegates } = open.running.game().state;
      if (who.kind !== 'facilitator') {
        // A key of such a game can be had by whoever has its code; its seat cannot.
        if (!solo || who.kind !== 'delegate' || !delegates[who.delegate]) return no(response, refuse('not-your-role'));
        if (clock.phase !== 'closed' && !revealed.includes(step))
          return no(response, refuse('step-out-of-order', { next: { key: `reveal.${step}` } }));
      }
      await handle(open, request, response);
    });

  return { ofGame, ofAsker, ofDesk };
}
