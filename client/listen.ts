/** Whether this page makes sounds, and when: after the first gesture of a person, for what concerns that person. */
import { effect, type Signal, signal } from '@preact/signals';
import { bellMs } from './bell.ts';
import { cueOf, lastMinuteBegins, scoreOf } from './cues.ts';
import { type Model, msLeft, phaseMs } from './model.ts';
import { SCORES, type Score, scale } from './score.ts';
import { shelf } from './shelf.ts';

/** A bell that is heard of later than this has rung already, s: its first notes are left out. */
const LATE_S = 0.6;

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

  const hear = async (score: Score, fromS = 0, first = false): Promise<void> => {
    // Browsers hold sounds back until a person has touched the page; a sound that comes late says something wrong.
    if (!on.peek() || score.length === 0 || !navigator.userActivation?.hasBeenActive) return;
    const { hush, play } = await import('./sound.ts');
    if (first) hush();
    await play(score, fromS);
  };
  let before = model.view.peek();
  effect(() => {
    const view = model.view.value;
    const cue = view && cueOf(before, view);
    // After a test nothing is heard for as long as the room is dark.
    const now = model.now.peek();
    const silent = cue !== 'strike' && (view?.clock.dimUntil ?? 0) > now;
    if (cue && !silent) {
      const rung = cue === 'bell' ? (bellMs(view, now) ?? 0) / 1000 : 0;
      void hear(scoreOf(cue, before, view), rung > LATE_S ? rung : 0, cue === 'strike');
    }
    before = view;
  });
  let leftBefore: number | null = null;
  effect(() => {
    const left = msLeft(model);
    const view = model.view.peek();
    if (view?.clock.phase === 'negotiation' && lastMinuteBegins(leftBefore, left, phaseMs(view)))
      void hear(SCORES['last-minute']);
    leftBefore = left;
  });
  return {
    on,
    turn(next) {
      on.value = next;
      shelf.setItem(name, next ? 'on' : 'off');
      // Heard at once, so that its loudness is known: on the wall each delegation's note.
      if (next) void hear(wall ? scale(model.view.peek()?.seats ?? []) : SCORES.message);
      else void import('./sound.ts').then(({ hush }) => hush());
    },
  };
}
