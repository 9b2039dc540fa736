/**
 * Counterfactuals of a debrief: both worlds are played in workers, and what they differ in is logged for viewFor to show. They stop
 * where nobody waits for them any more, and where the game has moved on to where the question has no answer.
 */
import { MessageChannel } from 'node:worker_threads';
import { nanoid } from 'nanoid';
import { checkChange, compare, turnOfChange } from '../../shared/game/other-worlds/counterfactual.ts';
import type { Change } from '../../shared/game/other-worlds/counterfactual-shape.ts';
import { parseChange } from '../../shared/game/other-worlds/parse-change.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { OpenGame } from '../games/games.ts';
import type { Running } from '../games/running-shape.ts';
import { logText } from '../records/exports.ts';
import { Cancelled } from '../sim/lane.ts';
import type { Sim } from '../sim/pool.ts';
import type { ArmAnswer } from '../sim/tasks.ts';
import type { Store } from '../store/store.ts';

export type Counterfactuals = {
  /**
   * Plays a change of a game and logs the comparison. `input` is what came from outside; `onTurn` hears how many turns of how
   * many are resolved. `unless`: aborted once nobody waits for it.
   * @returns the id of the comparison, or why there is none
   */
  readonly run: (
    open: OpenGame,
    input: unknown,
    onTurn: (done: number, of: number) => void,
    unless: AbortSignal,
  ) => Promise<{ readonly id: string } | Refusal>;
};

/** Counterfactuals over a store and a pool; one at a time for each game. */
export function counterfactualsOn(store: Store, sim: Sim): Counterfactuals {
  const busy = new Set<string>();

  async function play(
    running: Running,
    change: Change,
    onTurn: (done: number, of: number) => void,
    unless: AbortSignal,
  ): Promise<{ readonly id: string } | Refusal> {
    const { state } = running.game();
    const turn = turnOfChange(state, change);
    const before = state.turnsDone.find((t) => t.turn === turn - 1)?.skyHash ?? state.startSkyHash;
    const [text, entries, startSky, sky] = await Promise.all([
      running.stateJson(),
      logText(running, store),
      running.sky(state.startSkyHash),
      running.sky(before),
    ]);
    const each = state.turnsDone.length - turn + 1;
    let done = 0;
    onTurn(done, 2 * each);
    const arm = async (changed: boolean): Promise<ArmAnswer> => {
      const { port1, port2 } = new MessageChannel();
      let own = 0;
      const count = (turns: number): void => {
        if (turns === own) return;
        done += turns - own;
        own = turns;
        onTurn(done, 2 * each);
      };
      port1.on('message', () => count(own + 1));
      try {
        const task = { state: text, startSky, sky, entries, change, changed, port: port2 };
        const answer = await sim.arm(task, running.code, unless);
        // The answer may overtake what the port still carries.
        if (!('refusal' in answer)) count(each);
        return answer;
      } finally {
        port1.close();
      }
    };
    const [other, played] = await Promise.all([arm(true), arm(false)]);
    if ('refusal' in other) return other.refusal;
    if ('refusal' in played) return played.refusal;
    const id = nanoid();
    await store.saveSky(running.code, other.sky);
    const comparison = compare(state, change, played, { ...other, skyHash: other.sky.hash });
    const refusal = await running.log({ role: 'server' }, `compared-${id}`, {
      kind: 'compared',
      counterfactual: id,
      comparison,
    });
    return refusal ?? { id };
  }

  return {
    async run({ running }, input, onTurn, asker) {
      const change = parseChange(input);
      if ('code' in change) return change;
      const refusal = checkChange(running.game().state, change);
      if (refusal) return refusal;
      if (busy.has(running.code)) return refuse('resolving');
      busy.add(running.code);
      const movedOn = new AbortController();
      const unwatch = running.onChange(() => {
        if (checkChange(running.game().state, change)) movedOn.abort();
      });
      try {
        return await play(running, change, onTurn, AbortSignal.any([asker, movedOn.signal]));
      } catch (error) {
        if (error instanceof Cancelled) return refuse('moved-on');
        throw error;
      } finally {
        unwatch();
        busy.delete(running.code);
      }
    },
  };
}
