import { describe, expect, it } from 'vitest';
import {
  DEBRIS_COLOUR,
  FRESH_COLOUR,
  fleetLooks,
  groupUniforms,
  HUES,
  MAX_GROUPS,
  OTHERS_COLOUR,
  OWN_COLOUR,
  rgb,
  SPACE_COLOUR,
} from '../../client/sky/palette.ts';
import { readFirstTest } from '../game/first-test.ts';

type Vector = [number, number, number];
const times = (m: readonly Vector[], v: Vector): Vector =>
  m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Vector;
const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

/** Complete dichromacy in linear RGB (Machado, Oliveira & Fernandes 2009, severity 1.0). */
const VISION: Record<string, readonly Vector[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const TO_XYZ: readonly Vector[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
/** CIE L*a*b* (D65) of a colour as a kind of vision sees it. */
function lab(colour: string, vision: string): Vector {
  const seen = times(VISION[vision]!, rgb(colour).map(linear) as Vector).map((c) =>
    Math.min(1, Math.max(0, c)),
  ) as Vector;
  const [x, y, z] = times(TO_XYZ, seen);
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
const apart = (a: string, b: string, vision: string): number => {
  const [p, q] = [lab(a, vision), lab(b, vision)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};
const luminance = (colour: string): number => times(TO_XYZ, rgb(colour).map(linear) as Vector)[1];

describe('the colours of the map', () => {
  const all = [...HUES, OTHERS_COLOUR, DEBRIS_COLOUR, FRESH_COLOUR];

  for (const vision of Object.keys(VISION)) {
    it(`are told apart by ${vision} vision`, () => {
      const close = all.flatMap((a, i) =>
        all
          .slice(i + 1)
          .flatMap((b) => (apart(a, b, vision) < 18 ? [`${a} ${b} ${apart(a, b, vision).toFixed(1)}`] : [])),
      );
      expect(close).toEqual([]);
    });
  }

  it('stand out from the dark: contrast of at least 4.5 to 1', () => {
    for (const colour of all) {
      expect((luminance(colour) + 0.05) / (luminance(SPACE_COLOUR) + 0.05), colour).toBeGreaterThan(4.5);
    }
  });
});

describe('the own fleet', () => {
  it('has a colour near to none, and is larger than any other: two marks', () => {
    for (const vision of Object.keys(VISION))
      for (const colour of [...HUES, OTHERS_COLOUR, DEBRIS_COLOUR, FRESH_COLOUR])
        expect(apart(OWN_COLOUR, colour, vision), `${colour} ${vision}`).toBeGreaterThan(12);
  });

  // Working satellites of each delegation of First test, and of all others.
  const counts = [860, 900, 280, 70, 580, 7_960, 1_580];
  const operators = counts.map((_, g) => g === 5);
  it.each([0, 1, 2, 3, 4, 5])('of delegation %i shines three times as strongly as any other', (own) => {
    const looks = fleetLooks(counts, own, operators);
    const light = looks.map(({ grow, strength }, g) => counts[g]! * grow * grow * strength);
    for (const [g, other] of light.entries()) if (g !== own) expect(light[own]! / other).toBeGreaterThanOrEqual(3);
    expect(looks[own]!.grow ** 2).toBeGreaterThanOrEqual(1.6 - 1e-9);
    for (const [g, { grow, strength }] of looks.entries()) {
      if (g === own) continue;
      expect(grow).toBe(1);
      expect(strength).toBeLessThanOrEqual(operators[g] ? 0.25 : 0.45);
    }
  });
});

describe('the seats of First test', () => {
  it('have the tested hues, each its own', () => {
    const colours = readFirstTest().seats.map((seat) => seat.colour);
    expect(colours.toSorted()).toEqual([...HUES].sort());
  });
});

describe('the table of groups for the shader', () => {
  it('carries colour and emphasis, and 0 for what is hidden', () => {
    const table = groupUniforms(
      [
        { key: 'a', colour: '#ff0000' },
        { key: 'b', colour: '#0000ff', emphasis: 0.5 },
        { key: 'c', colour: '#00ff00' },
      ],
      [true, true, false],
    );
    expect([...table.slice(0, 12)]).toEqual([1, 0, 0, 1, 0, 0, 1, 0.5, 0, 1, 0, 0]);
    expect(table).toHaveLength(4 * MAX_GROUPS);
  });

  it('refuses too many groups and what is no colour', () => {
    const many = Array.from({ length: MAX_GROUPS + 1 }, (_, g) => ({ key: `${g}`, colour: '#ffffff' }));
    expect(() => groupUniforms(many, [])).toThrow('17 colour groups, at most 16');
    expect(() => groupUniforms([{ key: 'a', colour: 'red' }], [])).toThrow('not a #rrggbb colour: red');
  });
});
