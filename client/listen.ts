/** Whether this page makes sounds, and when: after the first gesture of a person, for what concerns that person. */
import { effect, type Signal, signal } from '@preact/signals';
import { type Cue, cueOf, lastMinuteBegins } from './cues.ts';
import { type Model, msLeft, phaseMs } from './model.ts';
import { shelf } from './shelf.ts';

export type Hearing = {
  readonly on: Signal<boolean>;
  /** turns the sounds on or off, and keeps that on this device */
  readonly turn: (on: boolean) => void;
};

/** Sounds for what happens in a model. `wall`: the screen for everybody, which is quiet until somebody turns it on there. */
export function listenTo(model: Model, wall: boolean): Hearing {
  const name = wall ? 'kessler.sound.wall' : 'kessler.sound';
  const choice = shelf.getItem(name);
  // Who asks for less motion wants stillness: then a sound comes only by choice.
  const quiet = wall || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const on = signal(choice ? choice === 'on' : !quiet);

  const hear = async (cue: Cue): Promise<void> => {
    // Browsers hold sounds back until a person has touched the page; a sound that comes late says something wrong.
    if (!on.peek() || !navigator.userActivation?.hasBeenActive) return;
    const { play } = await import('./sound.ts');
    await play(cue);
  };
  let before = model.view.peek();
  effect(() => {
    const view = model.view.value;
    const cue = view && cueOf(before, view);
    before = view;
    if (cue) void hear(cue);
  });
  let leftBefore: number | null = null;
  effect(() => {
    const left = msLeft(model);
    const view = model.view.peek();
    if (view && lastMinuteBegins(leftBefore, left, phaseMs(view))) void hear('last-minute');
    leftBefore = left;
  });
  return {
    on,
    turn(next) {
      on.value = next;
      shelf.setItem(name, next ? 'on' : 'off');
      // Heard at once, so that its loudness is known.
      void hear('message');
    },
  };
}
