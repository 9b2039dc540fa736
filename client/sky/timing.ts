/** Script time per frame over the last frames. */

export type Timing = { add(ms: number): void; p95(): number; frames(): number };

/** Keeps the last `size` times. `p95` is 0 before the first frame. */
export function makeTiming(size = 240): Timing {
  const times = new Float64Array(size);
  let frames = 0;
  return {
    add(ms) {
      times[frames % size] = ms;
      frames++;
    },
    p95() {
      const kept = times.slice(0, Math.min(frames, size)).sort();
      return kept.length === 0 ? 0 : kept[Math.ceil(0.95 * kept.length) - 1]!;
    },
    frames: () => frames,
  };
}
