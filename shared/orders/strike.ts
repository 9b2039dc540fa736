/**
 * Strike: a direct-ascent test against one of the seat's own listed objects, or a target of its own launched low. With
 * `flyBy` the interceptor passes the target and breaks nothing. A target that has left leaves nothing to hit.
 */
import { z } from 'zod';
import { SHELL_STEP_KM, shellFloorKm } from '../orbits/table/altitudes.ts';
import { causalId, draw } from '../orbits/table/chance.ts';
import { EARTH_RADIUS_KM, TWO_PI } from '../orbits/table/elements.ts';
import type { Row } from '../orbits/table/population.ts';
import { indexOf, NO_ROW, PASSIVATED, PAYLOAD } from '../orbits/table/population.ts';
import type { Hands, Order, Sight, Target, Words } from '../vocabulary/index.ts';
import { refuse, STRIKE_BANDS, type StrikeBand, words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, monthField, readOrder, unaffordable } from './read.ts';

export type Strike = Order & {
  readonly kind: 'strike';
  readonly band: StrikeBand;
  readonly flyBy: boolean;
  readonly notify: boolean;
};

const Schema = z.strictObject({
  kind: z.literal('strike'),
  month: Month,
  band: z.literal(STRIKE_BANDS),
  flyBy: z.boolean().default(false),
  notify: z.boolean().default(false),
});

/** Inclination of a low target (the target of the test of 27 March 2019: 96.6 deg). */
const LOW_INCLINATION_RAD = (96.6 * Math.PI) / 180;
/** Size of a target of 740 kg, m (the same test: a cube with panels of about this span). */
const LOW_SIZE_M = 2.5;

const targetOf = (o: Strike, sight: Sight): Target | undefined => sight.targets.find((t) => t.band === o.band);

/** The seat's own target in a low circular orbit. No catalogue says whose it is: that is for evidence to say. */
function lowTarget(o: Strike, target: Target, sight: Sight, hands: Hands): Row {
  const areaM2 = (Math.PI / 4) * LOW_SIZE_M ** 2;
  return {
    ...NO_ROW,
    // From the order's key, not its name: from a name that can be guessed, a reader of ids could tell whose target it was.
    id: causalId('strike-target', ...hands.key),
    semiMajorAxisKm: EARTH_RADIUS_KM + target.altitudeKm,
    eccentricity: 1e-4,
    inclinationRad: LOW_INCLINATION_RAD,
    raanRad: TWO_PI * draw(hands.key, 'raan'),
    meanAnomalyRad: TWO_PI * draw(hands.key, 'anomaly'),
    massKg: target.massKg,
    areaM2,
    areaToMassM2Kg: areaM2 / target.massKg,
    sizeM: LOW_SIZE_M,
    birthMonth: sight.startMonth + o.month - 1,
    kind: PAYLOAD,
    flags: PASSIVATED,
  };
}

export const strike: OrderRule<Strike> = {
  kind: 'strike',
  slot: 'security',
  phase: 'strikes',
  hostile: true,
  parse: (input) => readOrder(Schema, input),
  costK: (o, sight) => (o.flyBy ? sight.priceK.flyBy : sight.priceK.strike),
  check(o, sight) {
    if (!sight.strikeCapable) return refuse('no-capability');
    if (!sight.testWindowOpen) return refuse('window-closed');
    const target = targetOf(o, sight);
    if (!target) return refuse('target-not-listed', undefined, 'band');
    if (target.gone) return refuse('target-gone', undefined, 'band');
    return unaffordable(strike.costK(o, sight), sight);
  },
  resolve(o, sight, hands) {
    const listed = targetOf(o, sight)!;
    let target = listed.object;
    if (o.band === 'low') {
      const row = lowTarget(o, listed, sight, hands);
      hands.addRows([row]);
      target = row.id;
    }
    hands.pay('market', strike.costK(o, sight), o.flyBy ? 'ledger.fly-by' : 'ledger.strike');
    if (o.notify) hands.emit({ kind: 'notification', subject: 'strike' });
    const there = indexOf(hands.sky(), target) >= 0;
    const hit = o.flyBy || !there ? null : hands.strike(target, o.band);
    if (!hit) {
      hands.emit({ kind: 'intercept-test', band: o.band, altitudeKm: listed.altitudeKm, target });
      return;
    }
    hands.emit({
      kind: 'destructive-intercept',
      band: o.band,
      altitudeKm: hit.altitudeKm,
      target,
      // Named by the object: the order's own name would say whose it was.
      incident: `i.${target}`,
      tracked: hit.tracked,
    });
  },
  fields: (sight) => [
    {
      name: 'band',
      kind: 'choice',
      label: words('order.strike.target'),
      options: sight.targets
        .filter((target) => !target.gone)
        .map((target) => ({
          value: target.band,
          label: words(target.band === 'low' ? 'order.strike.option.low' : 'order.strike.option', {
            target: targetWords(target.band, sight),
            altitudeKm: Math.round(target.altitudeKm),
            massKg: target.massKg,
            months: target.monthsLeft ?? 'many',
          }),
        })),
      initial: 'low',
      notes: sight.targets
        .filter((target) => target.gone)
        .map((target) => words('order.strike.gone', { target: targetWords(target.band, sight) })),
    },
    monthField(6),
    {
      name: 'flyBy',
      kind: 'toggle',
      label: words('order.strike.fly-by'),
      initial: false,
      note: words('order.strike.fly-by.note', {
        least: Math.round(sight.flyBySeen.least * 100),
        most: Math.round(sight.flyBySeen.most * 100),
      }),
    },
    {
      name: 'notify',
      kind: 'toggle',
      label: words('order.strike.notify'),
      initial: false,
      note: words('order.strike.notify.note'),
    },
  ],
  summary: (o, sight) =>
    words(o.flyBy ? 'order.strike.summary.fly-by' : 'order.strike.summary', {
      target: targetWords(o.band, sight),
      month: o.month,
    }),
  warnings(o, sight) {
    const target = targetOf(o, sight);
    if (!target || o.flyBy) return [];
    const now = expectedPieces(target);
    const { noDebrisAboveKm } = sight.demands;
    const { monthsLeft } = target;
    return [
      ...(monthsLeft !== null && o.month >= monthsLeft ? [words('order.strike.down', { months: monthsLeft })] : []),
      ...(noDebrisAboveKm !== undefined && target.altitudeKm > noDebrisAboveKm ? [words('order.strike.breach')] : []),
      words('order.strike.pieces', {
        now: round2(now),
        in4: round2(now * shareUp(target.altitudeKm, 1)),
        in25: round2(now * shareUp(target.altitudeKm, 2)),
      }),
      words('order.strike.own', { count: Math.round(ownInPath(target, sight)) }),
    ];
  },
};

/** "the own object X", or the own target at its altitude. */
function targetWords(band: StrikeBand, sight: Sight): Words {
  const target = sight.targets.find((t) => t.band === band);
  if (band === 'low' || !target) return words('order.strike.target.low', { altitudeKm: target?.altitudeKm ?? 0 });
  return words(`scenario.object.${target.object}`);
}

/** Pieces of 10 cm and more at once: 0.1 M^0.75 Lc^-1.71 (NASA standard break-up model). */
const expectedPieces = (target: Target): number => 0.1 * target.massKg ** 0.75 * 0.1 ** -1.71;

/**
 * Share of the pieces still up by altitude, km: at once, after 4 and after 25 years. Read from the clouds of 2007 (860 km),
 * 2021 (480 km) and 2019 (283 km) and interpolated; an estimate.
 */
const SHARES_UP = [
  [285, 0, 0],
  [490, 0.02, 0],
  [600, 0.3, 0.05],
  [850, 0.85, 0.43],
  [1000, 0.95, 0.7],
] as const;

function shareUp(altitudeKm: number, column: 1 | 2): number {
  const after = SHARES_UP.findIndex((row) => row[0] >= altitudeKm);
  if (after === 0) return SHARES_UP[0][column];
  if (after < 0) return SHARES_UP[SHARES_UP.length - 1]![column];
  const low = SHARES_UP[after - 1]!;
  const high = SHARES_UP[after]!;
  return low[column] + ((altitudeKm - low[0]) / (high[0] - low[0])) * (high[column] - low[column]);
}

/** Own satellites in the shells within 150 km of the target. */
function ownInPath(target: Target, sight: Sight): number {
  return sight.fleetByShell.reduce((sum, count, shell) => {
    const middleKm = shellFloorKm(shell) + SHELL_STEP_KM / 2;
    return Math.abs(middleKm - target.altitudeKm) <= 150 ? sum + count : sum;
  }, 0);
}

/** Two digits are all that an estimate has. */
const round2 = (n: number): number => (n === 0 ? 0 : Number(n.toPrecision(2)));
