import { parseArgs } from 'node:util';
import { densityKgM3, densityProfile, drawCycle, f107At } from '../../shared/orbits/motion/atmosphere.ts';
import { airDrag, lifetimeYears, meanRadiusUnderOrbitKm } from '../../shared/orbits/motion/decay.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { instantOf, neededNumber, numberOf } from './options.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const SECONDS_PER_YEAR = 365.25 * 86_400;
const digits = (x: number): number => Number(x.toPrecision(5));

export const decayCommand: Subcommand = {
  about: 'rate of decay and lifetime of one orbit',
  usage: [
    'kessler decay --altitude-km H --am-m2kg A (--f107 F | --from DATE) [--apogee-km H2] [--inclination-deg 53] [--seed 1]',
    '              [--limit-years 1000] [--json]',
    '',
    '  --altitude-km   above the equatorial radius; of the perigee when --apogee-km is given (default: circular)',
    '  --am-m2kg       ballistic area-to-mass ratio (drag coefficient 2.2)',
    '  --f107          a constant solar flux, sfu; or --from DATE: the recorded flux from then, then drawn cycles (--seed)',
    '',
    'decayRateKmYr is that of the semi-major axis now, in air that turns with Earth; atRestKmYr the textbook one, at the same',
    'altitude above the mean radius in air at rest. lifetimeYears is null when it is longer than the limit.',
    'Source: drag averaged over a revolution (King-Hele 1964) in global means of NRLMSISE-00; re-entry is at 120 km.',
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
    const sun = drawCycle(keyOf(values.seed), decimalYear(fromMs ?? 0));
    const flux = fixed === undefined ? (month: number) => f107At(month, sun) : () => fixed;
    const now = flux(0);
    const profile = densityProfile(now);
    const { perigeeKmS, apogeeKmS } = airDrag(altitudeKm, apogeeKm, inclinationRad, areaToMass, profile);
    // A polar orbit feels no rotation; its altitude is moved so that it stands as high above the mean radius.
    const polar = Math.PI / 2;
    const lift = meanRadiusUnderOrbitKm(polar) - EARTH_RADIUS_KM;
    const atRest = airDrag(altitudeKm + lift, apogeeKm + lift, polar, areaToMass, profile);
    const years = lifetimeYears(altitudeKm, apogeeKm, inclinationRad, areaToMass, flux, limitYears);
    print(
      {
        altitudeKm,
        apogeeKm,
        areaToMassM2Kg: areaToMass,
        f107: digits(now),
        densityKgM3: Number(densityKgM3(altitudeKm, now).toPrecision(5)),
        decayRateKmYr: digits((-(perigeeKmS + apogeeKmS) / 2) * SECONDS_PER_YEAR),
        atRestKmYr: digits((-(atRest.perigeeKmS + atRest.apogeeKmS) / 2) * SECONDS_PER_YEAR),
        lifetimeYears: years >= limitYears ? null : digits(years),
      },
      values.json,
    );
    return 0;
  },
};
