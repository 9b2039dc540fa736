/** The tasks of the workers, but that the years of the scenario `hanging-years` and the questions of `hanging-questions` never end. */
import type { Tasks } from '../../server/sim/tasks.ts';
import { arm as realArm, resolve as realResolve } from '../../server/sim/worker.ts';
import type { State } from '../../shared/game/state.ts';

export * from '../../server/sim/worker.ts';

const isOf = (state: string, scenario: string): boolean => (JSON.parse(state) as State).scenario.id === scenario;

/** Waits for what never comes, and takes no core for it. */
const hang = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

export const resolve: Tasks['resolve'] = (task) => {
  if (isOf(task.state, 'hanging-years')) hang();
  return realResolve(task);
};

export const arm: Tasks['arm'] = (task) => {
  if (isOf(task.state, 'hanging-questions')) hang();
  return realArm(task);
};
