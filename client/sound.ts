/** Six quiet sounds, made by the page itself. Loaded when the first one may be heard: browsers want a gesture before it. */
import type { Cue } from './cues.ts';

/** One tone: pitch at its beginning and its end, Hz; when it begins and how long it fades, s; how loud, of 1. */
type Tone = {
  readonly hz: number;
  readonly toHz?: number;
  readonly atS: number;
  readonly forS: number;
  readonly loud: number;
  readonly shape: OscillatorType;
};
const bell = (hz: number, atS: number, forS = 0.5, loud = 0.5): Tone => ({ hz, atS, forS, loud, shape: 'sine' });
const wood = (hz: number, atS: number): Tone => ({ hz, atS, forS: 0.09, loud: 0.5, shape: 'triangle' });

const SOUNDS: Readonly<Record<Cue, readonly Tone[]>> = {
  // a fifth up: something begins
  'new-phase': [bell(440, 0), bell(659, 0.14, 0.8)],
  // three knocks: time runs out
  'last-minute': [wood(880, 0), wood(880, 0.18), wood(880, 0.36)],
  // one bell: for you
  message: [bell(784, 0, 0.45), bell(1568, 0, 0.2, 0.15)],
  // a chord that stays: somebody has put a name under a text
  signature: [bell(262, 0, 1.1), bell(330, 0.05, 1.1, 0.4), bell(392, 0.1, 1.2, 0.4)],
  // a low fall: something has broken
  'break-up': [
    { hz: 130, toHz: 46, atS: 0, forS: 1.6, loud: 0.9, shape: 'sine' },
    { hz: 197, toHz: 70, atS: 0, forS: 0.7, loud: 0.25, shape: 'sawtooth' },
  ],
  // a third down: read this
  news: [bell(659, 0, 0.35, 0.35), bell(523, 0.16, 0.5, 0.35)],
};

const VOLUME = 0.14;
const ATTACK_S = 0.012;
/** To what a tone fades: an exponential never gets to nothing. */
const SILENT = 0.0001;

let air: AudioContext | null = null;

/** Lets a sound be heard. Does nothing where the browser has no sound or holds it back. */
export async function play(cue: Cue): Promise<void> {
  air ??= new AudioContext();
  if (air.state === 'suspended') await air.resume();
  const { currentTime } = air;
  for (const { hz, toHz, atS, forS, loud, shape } of SOUNDS[cue]) {
    const from = currentTime + atS;
    const tone = new OscillatorNode(air, { type: shape, frequency: hz });
    if (toHz) tone.frequency.exponentialRampToValueAtTime(toHz, from + forS);
    const fade = new GainNode(air, { gain: SILENT });
    fade.gain.setValueAtTime(SILENT, from);
    fade.gain.exponentialRampToValueAtTime(loud * VOLUME, from + ATTACK_S);
    fade.gain.exponentialRampToValueAtTime(SILENT, from + forS);
    tone.connect(fade).connect(air.destination);
    tone.start(from);
    tone.stop(from + forS);
  }
}
