/**
 * Launch: one or more batches of the seat's satellites to one of its shells. The launcher's last stage is brought down,
 * left low, or left in the shell; register, notify and passivate are deliberate choices.
 */
import { z } from 'zod';
import { causalId, draw } from '../orbits/table/chance.ts';
import { EARTH_RADIUS_KM, TWO_PI } from '../orbits/table/elements.ts';
import type { Row } from '../orbits/table/population.ts';
import { ACTIVE, MANOEUVRABLE, NO_ROW, PASSIVATED, PAYLOAD, STAGE } from '../orbits/table/population.ts';
import type { Hands, Order, Sight } from '../vocabulary/index.ts';
import { refuse, words } from '../vocabulary/index.ts';
import type { OrderRule } from './order.ts';
import { Month, monthField, readOrder, unaffordable } from './read.ts';

export type Launch = Order & {
  readonly kind: 'launch';
  /** one of the seat's shells, km */
  readonly altitudeKm: number;
  readonly batches: number;
  readonly register: boolean;
  readonly notify: boolean;
  readonly passivate: boolean;
  /** bring the stage down as the five or ten year rule asks; without a rule in force it changes nothing */
  readonly deorbit: boolean;
};

const Schema = z.strictObject({
  kind: z.literal('launch'),
  month: Month,
  altitudeKm: z.number(),
  batches: z.int().min(1).max(20),
  register: z.boolean().default(true),
  notify: z.boolean().default(true),
  passivate: z.boolean().default(true),
  deorbit: z.boolean().default(true),
});

/** A spent upper stage (catalogue: CZ-8A 2,800 kg, Ariane 40 1,820 kg, Fregat 1,624 kg). */
const STAGE_MASS_KG = 2000;
const STAGE_SIZE_M = 7;
/** Mean cross-section of a cylinder of that length and 2.5 m width: a quarter of its surface. */
const STAGE_AREA_M2 = (Math.PI * 2.5 * STAGE_SIZE_M + (Math.PI * 2.5 ** 2) / 2) / 4;
/** Working life of a constellation satellite, months. */
const LIFE_MONTHS = 84;
/** Perigee that brings such a stage down in months: what is left of a delivery below the rule's altitude. */
const LOW_PERIGEE_KM = 250;
/** Perigee of a stage that obeys a ten year rule from a high shell, km: 7 years from 1,200 km at a mean sun, fewer from below. */
const TEN_YEAR_PERIGEE_KM = 330;
/** Days after launch at which a state registers when no text sets a limit (practice: months). */
const USUAL_REGISTRATION_DAYS = 120;

/** Whether this launch keeps the five year rule at a price. */
const paysForRule = (o: Launch, sight: Sight): boolean => {
  const years = sight.demands.stageDownWithinYears;
  return years !== undefined && years <= 5 && o.deorbit && o.altitudeKm > sight.fiveYearRuleAboveKm;
};

const orbit = (perigeeKm: number, apogeeKm: number) => {
  const semiMajorAxisKm = EARTH_RADIUS_KM + (perigeeKm + apogeeKm) / 2;
  return { semiMajorAxisKm, eccentricity: (apogeeKm - perigeeKm) / 2 / semiMajorAxisKm };
};

/** The satellites of one batch: one plane, equal spacing with a little scatter, all named after the order. */
function satellites(o: Launch, batch: number, inclinationRad: number, sight: Sight, hands: Hands): Row[] {
  const { satellites: count, massKg, sizeM } = sight.batch;
  const areaM2 = (Math.PI / 4) * sizeM * sizeM;
  const raanRad = TWO_PI * draw(hands.key, 'raan', batch);
  const born = sight.startMonth + o.month - 1;
  return Array.from({ length: count }, (_, k) => ({
    ...NO_ROW,
    ...orbit(o.altitudeKm, o.altitudeKm),
    id: causalId('launch', hands.order, batch, k),
    eccentricity: 1e-4,
    inclinationRad,
    raanRad,
    argPerigeeRad: 0,
    meanAnomalyRad: (TWO_PI * (k + draw(hands.key, 'anomaly', batch, k))) / count,
    massKg,
    areaM2,
    areaToMassM2Kg: areaM2 / massKg,
    sizeM,
    birthMonth: born,
    missionEndMonth: born + LIFE_MONTHS,
    owner: hands.owner,
    fleet: hands.fleet,
    kind: PAYLOAD,
    flags: ACTIVE | MANOEUVRABLE | PASSIVATED,
  }));
}

/** The stage of one batch, or null when it is brought down at once. */
function stage(o: Launch, batch: number, inclinationRad: number, sight: Sight, hands: Hands): Row | null {
  if (paysForRule(o, sight)) return null;
  const high = o.altitudeKm > sight.fiveYearRuleAboveKm;
  const keepsLongRule = sight.demands.stageDownWithinYears !== undefined && o.deorbit;
  const perigeeKm = Math.min(
    o.altitudeKm,
    high ? (keepsLongRule ? TEN_YEAR_PERIGEE_KM : o.altitudeKm) : LOW_PERIGEE_KM,
  );
  return {
    ...NO_ROW,
    ...orbit(perigeeKm, o.altitudeKm),
    id: causalId('stage', hands.order, batch),
    inclinationRad,
    raanRad: TWO_PI * draw(hands.key, 'raan', batch),
    argPerigeeRad: TWO_PI * draw(hands.key, 'stage-perigee', batch),
    meanAnomalyRad: TWO_PI * draw(hands.key, 'stage-anomaly', batch),
    massKg: STAGE_MASS_KG,
    areaM2: STAGE_AREA_M2,
    areaToMassM2Kg: STAGE_AREA_M2 / STAGE_MASS_KG,
    sizeM: STAGE_SIZE_M,
    birthMonth: sight.startMonth + o.month - 1,
    owner: hands.owner,
    kind: STAGE,
    flags: o.passivate ? PASSIVATED : 0,
  };
}

export const launch: OrderRule<Launch> = {
  kind: 'launch',
  slot: 'programme',
  phase: 'launches',
  hostile: false,
  parse: (input) => readOrder(Schema, input),
  costK: (o, sight) => o.batches * (sight.priceK.launchBatch + (paysForRule(o, sight) ? sight.priceK.fiveYearRule : 0)),
  check(o, sight) {
    if (!sight.shells.some((shell) => shell.altitudeKm === o.altitudeKm))
      return refuse('target-not-listed', { altitudeKm: o.altitudeKm }, 'altitudeKm');
    if (o.batches + sight.batchesDrafted > sight.batchesPerTurnMax)
      return refuse('too-many-batches', { max: sight.batchesPerTurnMax }, 'batches');
    return unaffordable(launch.costK(o, sight), sight);
  },
  resolve(o, sight, hands) {
    const shell = sight.shells.find((s) => s.altitudeKm === o.altitudeKm)!;
    const inclinationRad = (shell.inclinationDeg * Math.PI) / 180;
    const rows: Row[] = [];
    const stages: Row[] = [];
    for (let batch = 0; batch < o.batches; batch++) {
      rows.push(...satellites(o, batch, inclinationRad, sight, hands));
      const left = stage(o, batch, inclinationRad, sight, hands);
      if (left) stages.push(left);
    }
    hands.addRows([...rows, ...stages]);
    hands.pay('market', launch.costK(o, sight), 'ledger.launch');
    const objects = rows.map((row) => row.id);
    hands.emit({
      kind: 'launch',
      objects,
      batches: o.batches,
      altitudeKm: o.altitudeKm,
      registered: o.register,
      notified: o.notify,
      passivated: o.passivate,
    });
    for (const row of stages)
      hands.emit({
        kind: 'rocket-body-left',
        object: row.id,
        altitudeKm: row.semiMajorAxisKm * (1 - row.eccentricity) - EARTH_RADIUS_KM,
        passivated: o.passivate,
      });
    if (o.register)
      hands.emit({ kind: 'registration', objects, days: sight.demands.registerWithinDays ?? USUAL_REGISTRATION_DAYS });
    if (o.notify) hands.emit({ kind: 'notification', subject: 'launch' });
  },
  fields: (sight) => [
    {
      name: 'altitudeKm',
      kind: 'choice',
      label: words('order.field.shell'),
      options: sight.shells.map((shell) => ({
        value: shell.altitudeKm,
        label: words('order.launch.shell', { ...shell }),
      })),
      initial: sight.shells[0]!.altitudeKm,
    },
    {
      name: 'batches',
      kind: 'count',
      label: words('order.launch.batches'),
      min: 1,
      max: Math.max(1, sight.batchesPerTurnMax - sight.batchesDrafted),
      initial: 1,
    },
    monthField(3),
    {
      name: 'register',
      kind: 'toggle',
      label: words('order.launch.register'),
      initial: true,
      note: words('order.launch.register.note', { less: -sight.unregisteredConfidence }),
    },
    {
      name: 'notify',
      kind: 'toggle',
      label: words('order.launch.notify'),
      initial: true,
      note: words('order.launch.notify.note'),
    },
    {
      name: 'passivate',
      kind: 'toggle',
      label: words('order.launch.passivate'),
      initial: true,
      note: words('order.launch.passivate.note'),
    },
    ...(sight.demands.stageDownWithinYears
      ? [
          {
            name: 'deorbit',
            kind: 'toggle',
            label: words('order.launch.deorbit', { years: sight.demands.stageDownWithinYears }),
            initial: true,
            note: words('order.launch.deorbit.note', { aboveKm: sight.fiveYearRuleAboveKm }),
          } as const,
        ]
      : []),
  ],
  summary: (o, sight) =>
    words('order.launch.summary', {
      batches: o.batches,
      satellites: o.batches * sight.batch.satellites,
      altitudeKm: o.altitudeKm,
      month: o.month,
    }),
};
