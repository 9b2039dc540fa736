import { beforeAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../shared/orbits/motion/air.ts';
import { satrecOf, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { type Catalogue, readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import {
  meanMotionRadS,
  regimeOf,
  semiMajorAxisOfMotionKm,
  stateOf,
  TWO_PI,
  wrapSigned,
} from '../../shared/orbits/table/elements.ts';
import {
  areaToMassOf,
  bodyOf,
  decayOfUnit,
  designLifeYears,
  isPassivated,
  massOfSizeKg,
  noiseOfRate,
  sizeOfMassM,
} from '../../shared/orbits/table/estimates.ts';
import {
  ACTIVE,
  CREWED,
  DEBRIS,
  ESTIMATED_AREA,
  ESTIMATED_MASS,
  indexOf,
  MANOEUVRABLE,
  OBJECT_KINDS,
  PASSIVATED,
  PAYLOAD,
  rowAt,
  STAGE,
} from '../../shared/orbits/table/population.ts';
import type { CatalogueRow } from '../../shared/orbits/table/record-shape.ts';
import { fleetOf } from '../../shared/orbits/table/records.ts';
import { F107_2025, readSkyOf2025, rowsOf2025, START_2025_MS } from './skies.ts';

let rows: readonly CatalogueRow[];
let catalogue: Catalogue;
beforeAll(() => {
  rows = rowsOf2025();
  catalogue = readSkyOf2025(rows);
});
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
const percentile = (values: number[], p: number) => values.sort((a, b) => a - b)[Math.floor(p * values.length)]!;

describe('the catalogue of September 2025', () => {
  it('is read whole, in order of number', () => {
    const { sky, names, details, refused } = catalogue;
    expect(refused).toEqual([]);
    expect(sky.count).toBe(28488);
    expect(names).toHaveLength(28488);
    for (const texts of Object.values(details)) expect(texts).toHaveLength(28488);
    expect(sky.id.every((id, i) => i === 0 || id > sky.id[i - 1]!)).toBe(true);
    const iss = indexOf(sky, 25544);
    expect(names[iss]).toBe('ISS (ZARYA)');
    expect(details.launchDate[iss]).toBe('1998-11-20');
    expect(sky.birthMonth[iss]).toBe(-322);
  });

  it('has the published counts by kind and regime', () => {
    const published = {
      payload: { leo: 13385, meo: 402, geo: 935, heo: 615 },
      stage: { leo: 961, meo: 170, geo: 155, heo: 899 },
      debris: { leo: 9009, meo: 77, geo: 54, heo: 1261 },
      unknown: { leo: 504, meo: 0, geo: 0, heo: 61 },
    };
    const none = () => ({ leo: 0, meo: 0, geo: 0, heo: 0 });
    const asPublished = { payload: none(), stage: none(), debris: none(), unknown: none() };
    const inSky = { payload: none(), stage: none(), debris: none(), unknown: none() };
    const { sky } = catalogue;
    for (const record of rows) {
      const i = indexOf(sky, Number(record.noradId));
      const kind = OBJECT_KINDS[sky.kind[i]!]!;
      // The published table takes Kepler's law with the published (Kozai) mean motion; the sky un-Kozai's it first.
      const a = semiMajorAxisOfMotionKm((Number(record.meanMotion) * TWO_PI) / 86400);
      asPublished[kind][regimeOf(a, Number(record.eccentricity))]++;
      inSky[kind][regimeOf(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!)]++;
    }
    expect(asPublished).toEqual(published);
    for (const kind of OBJECT_KINDS)
      for (const regime of ['leo', 'meo', 'geo', 'heo'] as const)
        expect(Math.abs(inSky[kind][regime] - published[kind][regime]), `${kind} ${regime}`).toBeLessThanOrEqual(2);
  });

  it('has the published counts of working payloads, owners, fleets, masses', () => {
    const { sky } = catalogue;
    const count = (test: (i: number) => boolean) => sky.id.filter((_, i) => test(i)).length;
    expect(count((i) => (sky.flags[i]! & ACTIVE) !== 0)).toBe(12471);
    expect(count((i) => sky.fleets[sky.fleet[i]!] === 'Starlink')).toBe(8188);
    expect(count((i) => sky.owners[sky.owner[i]!] === 'CN')).toBe(5019);
    expect(count((i) => sky.owner[i] === 0)).toBe(834);
    expect(count((i) => (sky.flags[i]! & ESTIMATED_MASS) === 0)).toBe(17498);
    let known = 0;
    for (let i = 0; i < sky.count; i++) if ((sky.flags[i]! & ESTIMATED_MASS) === 0) known += sky.massKg[i]!;
    expect(Math.round(known / 1000)).toBe(15439);
  });

  it('flags what keeps its station, crews, and emptied stages', () => {
    const { sky, names, details } = catalogue;
    const having = (bit: number) => [...sky.id.keys()].filter((i) => (sky.flags[i]! & bit) !== 0);
    expect(having(CREWED).map((i) => names[i])).toEqual([
      'ISS (ZARYA)',
      'CSS (TIANHE-1)',
      'ISS (NAUKA)',
      'CSS (WENTIAN)',
      'CSS (MENGTIAN)',
    ]);
    const moving = having(MANOEUVRABLE);
    expect(moving.every((i) => (sky.flags[i]! & ACTIVE) !== 0 && details.operationalStatus[i] === 'ACTIVE')).toBe(true);
    expect(moving.some((i) => /LAGEOS|STARLETTE|LARES|ETALON|^HST$/.test(names[i]!))).toBe(false);
    expect(moving.length).toBeGreaterThan(11_000);
    const emptied = having(PASSIVATED);
    expect(emptied.every((i) => sky.kind[i] === STAGE && details.launchDate[i]! >= '2010')).toBe(true);
    expect(emptied.some((i) => details.launchVehicle[i] === 'Chang Zheng 6A')).toBe(false);
    for (let i = 0; i < sky.count; i++) {
      const working = (sky.flags[i]! & ACTIVE) !== 0;
      expect(sky.missionEndMonth[i]! === 32767).toBe(!working);
      if (working) expect(sky.missionEndMonth[i]!).toBeGreaterThanOrEqual(12);
    }
  });

  it('has plausible bodies: every one with mass, area, size and drag', () => {
    const { sky } = catalogue;
    for (let i = 0; i < sky.count; i++) {
      expect(sky.massKg[i]!).toBeGreaterThan(0);
      expect(sky.areaM2[i]!).toBeGreaterThan(0);
      expect(sky.sizeM[i]!).toBeGreaterThan(0);
      const high = sky.kind[i] === PAYLOAD || sky.kind[i] === STAGE ? 0.5 : 10.001;
      expect(sky.areaToMassM2Kg[i]!).toBeGreaterThan(0.99e-4);
      expect(sky.areaToMassM2Kg[i]!).toBeLessThan(high);
    }
    const ofKind = (kind: number) => [...sky.areaToMassM2Kg].filter((_, i) => sky.kind[i] === kind);
    for (const kind of [PAYLOAD, STAGE]) {
      expect(percentile(ofKind(kind), 0.1)).toBeGreaterThan(0.005);
      expect(percentile(ofKind(kind), 0.9)).toBeLessThan(0.02);
    }
    expect(median(ofKind(DEBRIS))).toBeGreaterThan(0.05);
    expect(median(ofKind(DEBRIS))).toBeLessThan(0.15);
  });

  it('stands where SGP4 puts it at the start, but for the short-period terms that mean elements leave out', () => {
    const { sky } = catalogue;
    const apart: number[] = [];
    for (let k = 0; k < rows.length; k += 10) {
      const exact = stateAt(satrecOf(rows[k]!)!, START_2025_MS);
      const i = indexOf(sky, Number(rows[k]!.noradId));
      if (typeof exact === 'string' || regimeOf(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!) !== 'leo') continue;
      const mean = stateOf(rowAt(sky, i));
      apart.push(Math.hypot(...exact.rKm.map((x, axis) => x - mean.rKm[axis]!)));
    }
    expect(median(apart)).toBeLessThan(12);
    expect(percentile(apart, 0.98)).toBeLessThan(25);
  });
});

describe('drag read from observed decay', () => {
  /** Ballistic A/M of dead, nearly circular bodies by kind, in a band of perigee. */
  const observed = (objectType: string, low: number, high: number) => {
    const profile = profileOf(F107_2025);
    const found: { record: CatalogueRow; areaToMass: number }[] = [];
    for (const record of rows) {
      if (record.objectType !== objectType || record.operationalStatus === 'ACTIVE') continue;
      const i = indexOf(catalogue.sky, Number(record.noradId));
      const { semiMajorAxisKm: a, eccentricity: e, inclinationRad } = rowAt(catalogue.sky, i);
      const perigee = a * (1 - e) - 6378.137;
      if (perigee < low || perigee > high || 2 * a * e > 200) continue;
      // The rate alone, where it stands out of the noise: what the sky has is drawn towards the usual.
      const modelled = decayOfUnit(a, e, inclinationRad, Number(record.meanMotion), profile);
      const published = Number(record.meanMotionDot);
      if (published > 2e-6) found.push({ record, areaToMass: published / modelled });
    }
    return found;
  };

  it('is that of whole bodies for dead satellites and stages, 350 to 750 km: about 0.01 m2/kg', () => {
    for (const kind of ['PAYLOAD', 'ROCKET_BODY'])
      for (const low of [350, 450, 550, 650]) {
        const values = observed(kind, low, low + 100).map((f) => f.areaToMass);
        expect(values.length).toBeGreaterThan(30);
        expect(median(values), `${kind} from ${low} km`).toBeGreaterThan(0.007);
        expect(median(values), `${kind} from ${low} km`).toBeLessThan(0.018);
      }
  });

  it('is read from bstar only where that is asked for: 12.7416 bstar / 2.2', () => {
    const record = rows.find(
      (row) => row.objectType === 'DEBRIS' && Number(row.bstar) > 3e-4 && Number(row.bstar) < 1e-2,
    )!;
    const options = { startMs: START_2025_MS, air: F107_2025 };
    const ratio = (amFromBstar: boolean) => readCatalogue([record], { ...options, amFromBstar }).sky.areaToMassM2Kg[0]!;
    expect(ratio(true) / ((12.7416 * Number(record.bstar)) / 2.2)).toBeCloseTo(1, 4);
    expect(ratio(false)).toBe(readCatalogue([record], options).sky.areaToMassM2Kg[0]);
    expect(ratio(false)).not.toBe(ratio(true));
  });

  it('is that of fragments for debris: about 0.1 m2/kg', () => {
    for (const low of [550, 650, 750]) {
      const values = observed('DEBRIS', low, low + 100).map((f) => f.areaToMass);
      expect(median(values)).toBeGreaterThan(0.06);
      expect(median(values)).toBeLessThan(0.15);
    }
  });

  it('agrees better with the bulk density of whole bodies than with their radar cross-section', () => {
    const byBulk: number[] = [];
    const byRadar: number[] = [];
    for (const { record, areaToMass } of [...observed('PAYLOAD', 350, 750), ...observed('ROCKET_BODY', 350, 750)]) {
      const massKg = Number(record.massKg);
      const rcsM2 = Number(record.rcsM2);
      if (!massKg || !rcsM2) continue;
      byBulk.push(Math.abs(Math.log((areaToMass * massKg) / ((Math.PI / 4) * sizeOfMassM(massKg) ** 2))));
      byRadar.push(Math.abs(Math.log((areaToMass * massKg) / rcsM2)));
    }
    expect(byBulk.length).toBeGreaterThan(300);
    expect(median(byBulk)).toBeLessThan(Math.log(2));
    expect(median(byBulk)).toBeLessThan(median(byRadar));
  });
});

/** A decay that stands out of the noise. */
const clear = (areaToMass: number) => ({ published: areaToMass, modelledOfUnit: 1, noise: 1e-3 });

describe('estimates', () => {
  it('mass and size by bulk density are each other’s inverse', () => {
    expect(massOfSizeKg(sizeOfMassM(730))).toBeCloseTo(730, 9);
    expect(sizeOfMassM(900)).toBeCloseTo((5400 / (92.937 * Math.PI)) ** (1 / 2.26), 12);
  });

  it('says what it had to estimate', () => {
    const nothing = { kind: PAYLOAD, massKg: 0, sizeM: 0, rcsM2: 0, typicalMassKg: 42, decay: null };
    expect(bodyOf(nothing)).toMatchObject({ massKg: 42, massEstimated: true, areaEstimated: true });
    const piece = bodyOf({ ...nothing, kind: DEBRIS, rcsM2: 0.03, decay: clear(0.2) });
    expect(piece).toMatchObject({ areaM2: 0.03, areaToMassM2Kg: 0.2, massEstimated: true, areaEstimated: false });
    expect(bodyOf({ ...nothing, massKg: 500, decay: { ...clear(0.9), noise: 5 } }).areaToMassM2Kg).toBeLessThan(0.02);
  });

  it('a decay far out of the noise decides alone; within the noise it is a bound on what is usual', () => {
    expect(areaToMassOf(clear(0.3), 0.1, 0.9)).toBeCloseTo(0.3, 12);
    // A clear rate that no such body could have is a manoeuvre: no more than four spreads above the usual.
    expect(areaToMassOf(clear(3), 0.01, 0.5)).toBeLessThan(0.01 * Math.exp(2));
    // No rate where one would be seen: no more than two sigma of noise, less the better it would be seen.
    const unseen = (modelledOfUnit: number): number =>
      areaToMassOf({ published: 0, modelledOfUnit, noise: 1e-6 }, 0.1, 0.9);
    for (const modelledOfUnit of [1e-6, 1e-5, 1e-4, 1e-3, 1e-2])
      expect(unseen(modelledOfUnit)).toBeLessThanOrEqual(2e-6 / modelledOfUnit);
    expect(unseen(1e-3)).toBeLessThan(unseen(1e-4));
    // Where none could be seen it is the usual one (the mean of its spread), and a weak rate is drawn towards it.
    expect(unseen(1e-9)).toBeCloseTo(0.1 * Math.exp(0.9 ** 2 / 2), 2);
    const weak = areaToMassOf({ published: 2e-6, modelledOfUnit: 1e-5, noise: 1e-6 }, 0.05, 0.9);
    expect(weak).toBeGreaterThan(0.05);
    expect(weak).toBeLessThan(0.2);
    expect(areaToMassOf({ published: -3e-6, modelledOfUnit: 1e-5, noise: 1e-6 }, 0.1, 0.9)).toBeLessThan(0.1);
  });

  it('rates are noisier in resonance with Earth, and on elongated orbits', () => {
    expect(noiseOfRate(true, 700, 0.01, 14.5)).toBeCloseTo(1e-6, 8);
    expect(noiseOfRate(false, 560, 0.01, 15.02)).toBeGreaterThan(2.5e-6);
    expect(noiseOfRate(false, 600, 0.5, 5.3)).toBe(2e-6);
  });

  it('names fleets without batch or block', () => {
    expect(['Starlink 2M S2', 'Starlink 1.0', 'OneWeb', 'Beidou-3M2', 'Uragan-M', ''].map(fleetOf)).toEqual([
      'Starlink',
      'Starlink',
      'OneWeb',
      'Beidou',
      'GLONASS',
      '',
    ]);
  });

  it('uses the masses of the same programme where a row has none', () => {
    const { sky } = catalogue;
    const starlinks = rows.filter((r) => r.program!.startsWith('Starlink')).slice(0, 101);
    const unweighed = starlinks.map((r, k) => (k === 0 ? { ...r, massKg: '' } : r));
    const read = readCatalogue(unweighed, { startMs: START_2025_MS, air: F107_2025 }).sky;
    const first = indexOf(read, Number(starlinks[0]!.noradId));
    expect(read.massKg[first]).toBe(median(starlinks.slice(1).map((r) => Number(r.massKg))));
    expect(read.flags[first]! & ESTIMATED_MASS).not.toBe(0);
    expect(sky.flags[indexOf(sky, read.id[first]!)]! & ESTIMATED_MASS).toBe(0);
    expect(read.flags[first]! & ESTIMATED_AREA).not.toBe(0);
  });
});

describe('broken rows', () => {
  it('are left out and named with field and reason; the rest is read', () => {
    const good = rows.slice(0, 3);
    const broken: [CatalogueRow, string, string][] = [
      [{ ...rows[3]!, eccentricity: '1.2' }, 'eccentricity', 'out-of-range'],
      [{ ...rows[4]!, eccentricity: 'round' }, 'eccentricity', 'not-a-number'],
      [{ ...rows[5]!, meanMotion: '' }, 'meanMotion', 'missing'],
      [{ ...rows[6]!, meanMotion: '17.9' }, 'meanMotion', 'out-of-range'],
      [{ ...rows[7]!, epoch: '2025-02-30T00:00:00Z' }, 'epoch', 'not-an-instant'],
      [{ ...rows[8]!, launchDate: 'long ago' }, 'launchDate', 'not-an-instant'],
      [{ ...rows[9]!, objectType: 'TEAPOT' }, 'objectType', 'not-listed'],
      [{ ...rows[10]!, operationalStatus: 'MAYBE' }, 'operationalStatus', 'not-listed'],
      [{ ...rows[11]!, massKg: '-5' }, 'massKg', 'out-of-range'],
      [{ ...rows[12]!, rcsM2: '0x10' }, 'rcsM2', 'not-a-number'],
      [{ ...rows[13]!, noradId: '12.5' }, 'noradId', 'not-a-number'],
      [{ ...rows[14]!, inclinationDeg: 'NaN' }, 'inclinationDeg', 'not-a-number'],
      [{ ...rows[0]! }, 'noradId', 'twice'],
      [{}, 'noradId', 'missing'],
    ];
    const read = readCatalogue([...good, ...broken.map(([row]) => row)], { startMs: START_2025_MS, air: 150 });
    expect(read.sky.count).toBe(3);
    expect(read.refused).toEqual(
      broken.map(([row, field, reason], k) => ({ row: k + 4, noradId: row.noradId ?? '', field, reason })),
    );
  });

  it('an empty file is an empty sky', () => {
    expect(readCatalogue([], { startMs: START_2025_MS, air: 150 })).toMatchObject({ sky: { count: 0 }, refused: [] });
  });
});

describe('elements at the start', () => {
  it('mean anomaly and node go on from the epoch at the secular rates', () => {
    const record = rows.find((r) => r.noradId === '25544')!;
    const later = (days: number) =>
      rowAt(readCatalogue([record], { startMs: START_2025_MS + days * 86_400_000, air: 150 }).sky, 0);
    const [first, second] = [later(0), later(1)];
    // The station's node falls about five degrees a day; a day is some 15.5 revolutions.
    expect((wrapSigned(second.raanRad - first.raanRad) * 180) / Math.PI).toBeCloseTo(-5, 0);
    const turned = meanMotionRadS(first.semiMajorAxisKm) * 86400;
    expect(Math.abs(wrapSigned(second.meanAnomalyRad - first.meanAnomalyRad - turned))).toBeLessThan(0.1);
    expect(second.semiMajorAxisKm).toBe(first.semiMajorAxisKm);
  });
});

describe('estimates by rule', () => {
  it('design lives: of the fleet, the ring, small ones, the mission', () => {
    expect(designLifeYears('COM', 'Starlink', 'leo', 300)).toBe(5);
    expect(designLifeYears('COM', '', 'geo', 3000)).toBe(15);
    expect(designLifeYears('IMG-R', '', 'leo', 10)).toBe(3);
    expect(designLifeYears('NAV', '', 'meo', 1000)).toBe(12);
    expect(designLifeYears('IMG-R', '', 'leo', 1000)).toBe(5);
  });

  it('three of four stages from 2010 on are passivated, those of one vehicle never', () => {
    const share = (year: number, vehicle: string): number =>
      Array.from({ length: 1000 }, (_, n) => isPassivated(STAGE, n, year, vehicle)).filter((yes) => yes).length / 1000;
    expect(share(2015, 'Falcon 9')).toBe(0.75);
    expect(share(2009, 'Falcon 9')).toBe(0);
    expect(share(2023, 'Chang Zheng 6A')).toBe(0);
  });
});
