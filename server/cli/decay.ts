import { parseArgs } from 'node:util';
import { profileOf } from '../../shared/orbits/motion/air.ts';
import type { Weather } from '../../shared/orbits/motion/atmosphere.ts';
import { PROFILE_FLOOR_KM, PROFILE_STEP_KM, weatherAt } from '../../shared/orbits/motion/atmosphere.ts';
import { airDrag, lifetimeYears, meanRadiusUnderOrbitKm } from '../../shared/orbits/motion/decay.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { instantOf, neededNumber, numberOf } from './options.ts';
import { recordOf, SOLAR_USAGE, sunOf, tellOutsideRecord } from './solar.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const SECONDS_PER_YEAR = 365.25 * 86_400;
const digits = (x: number): number => Number(x.toPrecision(5));

export const decayCommand: Subcommand = {
  about: 'rate of decay and lifetime of one orbit',
  usage: [
    'kessler decay --altitude-km H --am-m2kg A (--f107 F | --from DATE) [--apogee-km H2] [--inclination-deg 53] [--seed 1]',
    '              [--solar historic|cycle|FILE] [--limit-years 1000] [--json]',
    '',
    '  --altitude-km   above the equatorial radius; of the perigee when --apogee-km is given (default: circular)',
    '  --am-m2kg       ballistic area-to-mass ratio (drag coefficient 2.2)',
    '  --f107          a constant solar flux, sfu; or --from DATE: the recorded flux from then, then drawn cycles (--seed)',
    '',
    ...SOLAR_USAGE,
    '',
    'decayRateKmYr is that of the semi-major axis now, in air that turns with Earth; atRestKmYr the textbook one, at the same',
    'altitude above the mean radius in air at rest. lifetimeYears is null when it is longer than the limit.',
    'Source: drag averaged over a revolution (King-Hele 1964) in global means of NRLMSISE-00 at the flux as the air feels it',
    '(shared/orbits/motion/air.ts), with the season from --from on; re-entry is at 120 km.',
    'Example: npx kessler decay --altitude-km 550 --am-m2kg 0.01 --f107 130 --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'altitude-km': { type: 'string' },
        'apogee-km': { type: 'string' },
        'am-m2kg': { type: 'string' },
        f107: { type: 'string' },
        from: { type: 'string' },
        solar: { type: 'string', default: 'historic' },
        'inclination-deg': { type: 'string' },
        'limit-years': { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const altitudeKm = neededNumber(values, 'altitude-km', 120, 1500);
    const apogeeKm = numberOf(values, 'apogee-km', altitudeKm, 100_000) ?? altitudeKm;
    const areaToMass = neededNumber(values, 'am-m2kg', 1e-5, 100);
    const inclinationRad = ((numberOf(values, 'inclination-deg', 0, 180) ?? 53) * Math.PI) / 180;
    const limitYears = numberOf(values, 'limit-years', 1, 10_000) ?? 1000;
    const fixed = numberOf(values, 'f107', 60, 300);
    const fromMs = instantOf(values, 'from');
    if ((fixed === undefined) === (fromMs === undefined))
      throw new WrongUse('one of --f107 and --from is needed, not both');
    const key = keyOf(values.seed);
    const record = recordOf(values.solar);
    if (fromMs !== undefined) tellOutsideRecord(values.solar, record, decimalYear(fromMs));
    const sun = fromMs === undefined ? null : sunOf(values.solar, record, key, decimalYear(fromMs));
    const fixedAir: Weather = { f107: fixed ?? 0 };
    const airAt = (month: number): Weather => (sun ? weatherAt(month, sun) : fixedAir);
    const now = airAt(0);
    const profile = profileOf(now);
    const { perigeeKmS, apogeeKmS } = airDrag(altitudeKm, apogeeKm, inclinationRad, areaToMass, profile);
    // A polar orbit feels no rotation; its altitude is moved so that it stands as high above the mean radius.
    const polar = Math.PI / 2;
    const lift = meanRadiusUnderOrbitKm(polar) - EARTH_RADIUS_KM;
    const atRest = airDrag(altitudeKm + lift, apogeeKm + lift, polar, areaToMass, profile);
    const years = lifetimeYears(altitudeKm, apogeeKm, inclinationRad, areaToMass, airAt, limitYears);
    print(
      {
        altitudeKm,
        apogeeKm,
        areaToMassM2Kg: areaToMass,
        f107: digits(now.f107),
        densityKgM3: Number(profile[Math.round((altitudeKm - PROFILE_FLOOR_KM) / PROFILE_STEP_KM)]!.toPrecision(5)),
        decayRateKmYr: digits((-(perigeeKmS + apogeeKmS) / 2) * SECONDS_PER_YEAR),
        atRestKmYr: digits((-(atRest.perigeeKmS + atRest.apogeeKmS) / 2) * SECONDS_PER_YEAR),
        lifetimeYears: years >= limitYears ? null : digits(years),
      },
      values.json,
    );
    return 0;
  },
};
