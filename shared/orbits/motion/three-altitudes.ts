/**
 * The altitude rule as a picture: one satellite, struck once at each of three altitudes, and what is left of its pieces month by month for 25
 * years. Break-up, drag, Sun and Moon are those of the game; the Sun is the recorded one, then drawn cycles. One draw, not a mean: each
 * piece is a piece that the engine made.
 */

import { breakUp } from '../breakup/breakup.ts';
import { draw, type Key, keyOf } from '../table/chance.ts';
import { apogeeAltitudeKm, circularSpeedKms, EARTH_RADIUS_KM, perigeeAltitudeKm, TWO_PI } from '../table/elements.ts';
import { fromRows, NO_ROW, PASSIVATED, PAYLOAD, type Population } from '../table/population.ts';
import { drawCycle, weatherAt } from './atmosphere.ts';
import { evolveMonth } from './evolve.ts';

const ALTITUDES_KM = [280, 500, 850] as const;
const YEARS = 25;
/** Years after the break-up at which orbits are kept: close together while most comes down. */
export const KEPT_YEARS = [0, 1 / 12, 0.5, 1, 3, 8, 16, YEARS] as const;

/** Of the test of 27 March 2019: mass, span and inclination of the target. */
const TARGET = { massKg: 740, sizeM: 2.5, inclinationRad: (96.6 * Math.PI) / 180 } as const;
/** As played (est.): near its apogee an interceptor hardly moves, so the closing speed is the target's own. */
const INTERCEPTOR_KG = 20;
/** Decimal year of the break-up: the start of the sky of 2025. */
const START_YEAR = 2025 + 8 / 12;
const SEED = 'three altitudes';

/** What is left of one break-up. Pieces stand by how long they stay, the longest first, so that those up at any time are the first ones. */
export type Fallen = {
  readonly altitudeKm: number;
  /** month (from 1) at whose end each piece is down; 0: still up after 25 years */
  readonly down: readonly number[];
  /** perigee and apogee altitude (km) of each piece that is up, at each of KEPT_YEARS */
  readonly orbits: readonly { readonly perigeeKm: readonly number[]; readonly apogeeKm: readonly number[] }[];
};

/** The three break-ups. Takes some seconds. */
export const threeAltitudes = (): readonly Fallen[] => ALTITUDES_KM.map((km) => fallenFrom(km, keyOf(SEED)));

function fallenFrom(altitudeKm: number, key: Key): Fallen {
  const areaM2 = (Math.PI / 4) * TARGET.sizeM ** 2;
  const target = {
    ...NO_ROW,
    id: 1,
    semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
    eccentricity: 1e-4,
    inclinationRad: TARGET.inclinationRad,
    meanAnomalyRad: TWO_PI * draw(key, 'anomaly'),
    massKg: TARGET.massKg,
    sizeM: TARGET.sizeM,
    areaM2,
    areaToMassM2Kg: areaM2 / TARGET.massKg,
    kind: PAYLOAD,
    flags: PASSIVATED,
  };
  const projectile = { massKg: INTERCEPTOR_KG, speedKms: circularSpeedKms(altitudeKm) };
  const { rows } = breakUp({ kind: 'collision', breakupId: 1, target, projectile, month: 0 }, key);
  const sun = drawCycle(key, START_YEAR);
  let sky = fromRows(rows, { epochMonth: 0, owners: [''], fleets: [''] });
  const down = new Map<number, number>(Array.from(sky.id, (id) => [id, 0]));
  const kept: Population[] = [sky];
  for (let month = 0; month < 12 * YEARS; month++) {
    const step = { ...weatherAt(month + 0.5, sun), month, explosions: false, collisions: false };
    const next = evolveMonth(sky, step, key);
    for (const event of next.events) if (event.kind === 'reentry') down.set(event.id, month + 1);
    sky = next.sky;
    if (KEPT_YEARS.some((years) => Math.round(12 * years) === month + 1)) kept.push(sky);
  }
  // The longest up first; of two alike the lower number first.
  const staysMonths = (id: number): number => down.get(id) || Number.POSITIVE_INFINITY;
  const order = [...down.keys()].sort((a, b) => {
    const [one, other] = [staysMonths(a), staysMonths(b)];
    return one === other ? a - b : other - one;
  });
  return {
    altitudeKm,
    down: order.map((id) => down.get(id)!),
    orbits: kept.map((then) => {
      const at = new Map(Array.from(then.id, (id, i) => [id, i]));
      const rows = order.flatMap((id) => at.get(id) ?? []);
      const km = (of: typeof perigeeAltitudeKm) =>
        rows.map((i) => Math.round(of(then.semiMajorAxisKm[i]!, then.eccentricity[i]!)));
      return { perigeeKm: km(perigeeAltitudeKm), apogeeKm: km(apogeeAltitudeKm) };
    }),
  };
}
