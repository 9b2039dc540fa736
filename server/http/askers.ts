/** Whose request it is: handlers that get their game, and who asks, or have been answered with a refusal. */
import type { Request, Response } from 'express';
import { type RevealStep, refuse } from '../../shared/vocabulary/index.ts';
import type { Games, OpenGame } from '../games/games.ts';
import { bearer, readCode } from '../games/keys.ts';
import type { Who } from '../watch/people.ts';
import { no } from './answers.ts';
import { buckets } from './buckets.ts';
import { callerOf } from './callers.ts';

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

/** Codes that one address may get wrong: at once, and per second after that. Nobody finds other people's games by trying. */
const WRONG_CODES = [60, 0.5] as const;

/** The three, over the games of a server. */
export function askersOf(games: Games): Askers {
  const wrong = buckets(...WRONG_CODES);
  const ofGame: Askers['ofGame'] = (handle) => async (request, response) => {
    const code = readCode(request.params.code);
    const open = code ? await games.find(code) : null;
    if (!open) no(response, refuse(wrong.take(callerOf(request)) ? 'game-unknown' : 'too-fast'));
    else await handle(open, request, response);
  };

  const whoAsks = async (open: OpenGame, request: Request): Promise<Who | null> => {
    if (!request.headers.authorization) return { kind: 'watcher', as: 'guest' };
    const key = bearer(request.headers.authorization);
    return key ? games.holder(open.running.code, key) : null;
  };

  const ofAsker: Askers['ofAsker'] = (handle) =>
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) no(response, refuse('key-unknown'));
      else await handle(open, who, request, response);
    });

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
