/** Plays notes, made by the page itself. Loaded when the first may be heard: browsers want a gesture before it. */
import type { Score } from './score.ts';

const VOLUME = 0.14;
const ATTACK_S = 0.012;
/** How soon everything is silent that sounds, s: at once would click. */
const HUSH_S = 0.03;
/** To what a tone fades: an exponential never gets to nothing. */
const SILENT = 0.0001;

let air: AudioContext | null = null;
/** What all that sounds now goes through. */
let out: GainNode | null = null;

/** Everything that sounds stops. */
export function hush(): void {
  if (!air || !out) return;
  out.gain.setTargetAtTime(0, air.currentTime, HUSH_S);
  out = null;
}

/**
 * Lets notes be heard. Does nothing where the browser has no sound or holds it back.
 * @param fromS so much of them has passed: what began before is not heard any more
 */
export async function play(score: Score, fromS = 0): Promise<void> {
  air ??= new AudioContext();
  if (air.state === 'suspended') await air.resume();
  const { currentTime } = air;
  if (!out) {
    out = new GainNode(air, { gain: VOLUME });
    out.connect(air.destination);
  }
  for (const { hz, toHz, atS, forS, loud, shape } of score) {
    if (atS < fromS) continue;
    const from = currentTime + atS - fromS;
    const tone = new OscillatorNode(air, { type: shape, frequency: hz });
    if (toHz) {
      tone.frequency.setValueAtTime(hz, from);
      tone.frequency.exponentialRampToValueAtTime(toHz, from + forS);
    }
    const fade = new GainNode(air, { gain: SILENT });
    fade.gain.setValueAtTime(SILENT, from);
    fade.gain.exponentialRampToValueAtTime(loud, from + ATTACK_S);
    fade.gain.exponentialRampToValueAtTime(SILENT, from + forS);
    tone.connect(fade).connect(out);
    tone.start(from);
    tone.stop(from + forS);
  }
}
