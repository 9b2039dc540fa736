import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { pcCommand } from '../../server/cli/pc.ts';
import { screenCommand } from '../../server/cli/screen.ts';
import { WrongUse } from '../../server/cli/subcommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessler-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const SKY = fileURLToPath(new URL('../../shared/data/sky-2025-09.csv', import.meta.url));

const kessler = (...args: string[]): Record<string, unknown> =>
  JSON.parse(execFileSync(process.execPath, [CLI, ...args, '--json'], { encoding: 'utf8' })) as Record<string, unknown>;
const run = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', ...(input !== undefined && { input }) });
const refusal = (...args: string[]): string => {
  const { status, stderr, stdout } = run(args);
  expect(status, stdout).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
};

describe('kessler pc', () => {
  const covarianceKm2 = [
    [0.04, 0, 0],
    [0, 0.25, 0],
    [0, 0, 0.01],
  ];
  const body = (rKm: number[], vKms: number[]) => ({ rKm, vKms, covarianceKm2 });
  const encounter = {
    a: body([7000, 0, 0], [0, 7.5, 0]),
    b: body([7000.1, 0, 0.05], [0, -7.5, 0]),
    hardBodyRadiusKm: 0.01,
  };

  test('gives all formulas for states at closest approach', () => {
    writeFileSync(file('pc.json'), JSON.stringify(encounter));
    const found = kessler('pc', '--in', file('pc.json'));
    // Covariances add, the velocity's own axis falls away: sigma^2 = 0.08 and 0.02 km^2, miss 0.1 and 0.05 km.
    const d2 = 0.1 ** 2 / 0.08 + 0.05 ** 2 / 0.02;
    expect(found.mahalanobisSquared).toBeCloseTo(d2, 9);
    const thin = (0.01 ** 2 / (2 * Math.sqrt(0.08 * 0.02))) * Math.exp(-d2 / 2);
    expect(found.probabilityAlfriendAkella).toBeCloseTo(thin, 9);
    expect(Number(found.probabilityFoster) / thin).toBeCloseTo(1, 2);
    expect(Number(found.probabilityMaximum)).toBeGreaterThanOrEqual(Number(found.probabilityFoster));
    expect(found.speedKms).toBe(15);
    expect(found.shortEncounter).toBe('holds');
  });

  const refuses = (args: string[], said: string) => expect(pcCommand.run(args)).rejects.toThrow(said);

  test('says what is wrong with a file', async () => {
    writeFileSync(file('bad.json'), JSON.stringify({ ...encounter, b: { ...encounter.b, rKm: [1, 2] } }));
    await refuses(['--in', file('bad.json')], 'b.rKm');
    writeFileSync(file('still.json'), JSON.stringify({ ...encounter, b: encounter.a }));
    await refuses(['--in', file('still.json')], 'one velocity');
    writeFileSync(file('text.json'), 'no json');
    await refuses(['--in', file('text.json')], 'not JSON');
    expect(refusal('pc')).toContain('--in');
    writeFileSync(file('metres.json'), JSON.stringify({ ...encounter, hardBodyRadiusKm: 20 }));
    await refuses(['--in', file('metres.json')], 'hardBodyRadiusKm: 20000 m for both bodies');
    await refuses(['--in', file('pc.json'), '--hard-body-m', '0'], '--hard-body-m 0');
    await refuses(['--in', file('pc.json'), '--out', file('out.cdm')], 'no conjunction data message');
    const { hardBodyRadiusKm: _, ...unsized } = encounter;
    writeFileSync(file('unsized.json'), JSON.stringify(unsized));
    await refuses(['--in', file('unsized.json')], '--hard-body-m gives one');
    expect(kessler('pc', '--in', file('unsized.json'), '--hard-body-m', '10').probabilityFoster).toBe(
      kessler('pc', '--in', file('pc.json')).probabilityFoster,
    );
  });

  /** A message as an agency sends it, in a frame that turns with Earth: the same encounter seen at an angle of nothing. */
  const spin = 7.292115e-5;
  const object = (k: number, [x, y, z]: number[], [u, v, w]: number[]) => [
    `OBJECT                             = OBJECT${k}`,
    `OBJECT_DESIGNATOR                  = 1000${k}`,
    'CATALOG_NAME                       = SATCAT',
    `OBJECT_NAME                        = BODY ${k} & CO`,
    'REF_FRAME                          = ITRF',
    'COMMENT Covariance Matrix',
    ...Object.entries({ X: x, Y: y, Z: z }).map(([keyword, value]) => `${keyword} = ${value} [km]`),
    ...Object.entries({ X_DOT: u! + spin * y!, Y_DOT: v! - spin * x!, Z_DOT: w }).map(
      ([keyword, value]) => `${keyword} = ${value} [km/s]`,
    ),
    // On the body's own axes: x is up, y along or against it, z across.
    ...Object.entries({ CR_R: 0.04e6, CT_R: 0, CT_T: 0.25e6, CN_R: 0, CN_T: 0, CN_N: 0.01e6 }).map(
      ([keyword, value]) => `${keyword} = ${value} [m**2]`,
    ),
  ];
  const message = [
    'CCSDS_CDM_VERS                     = 1.0',
    'CREATION_DATE                      = 2025-09-01T00:00:00.000',
    'ORIGINATOR                         = TEST',
    'MESSAGE_ID                         = 1',
    'COMMENT HBR                        = 10.0 [m]',
    'TCA                                = 2025-244T12:00:00.000',
    'MISS_DISTANCE                      = 1                     [m]',
    ...object(1, encounter.a.rKm, encounter.a.vKms),
    ...object(2, encounter.b.rKm, encounter.b.vKms),
  ];

  test('takes a conjunction data message and writes it with the probability, as KVN and as XML', () => {
    const direct = kessler('pc', '--in', file('pc.json'));
    writeFileSync(file('in.cdm'), message.join('\r\n'));
    const close = (found: Record<string, unknown>) =>
      expect(Math.abs(Number(found.probabilityFoster) / Number(direct.probabilityFoster) - 1)).toBeLessThan(1e-4);
    close(kessler('pc', '--in', file('in.cdm'), '--out', file('out.xml')));
    const xml = readFileSync(file('out.xml'), 'utf8');
    expect(xml).toContain('<COLLISION_PROBABILITY_METHOD>FOSTER-1992</COLLISION_PROBABILITY_METHOD>');
    expect(xml).toContain('<OBJECT_NAME>BODY 1 &amp; CO</OBJECT_NAME>');
    close(kessler('pc', '--in', file('out.xml'), '--out', file('out.cdm')));
    const kvn = readFileSync(file('out.cdm'), 'utf8');
    expect(kvn).toMatch(/^MISS_DISTANCE += {1,2}111\.80\d+ \[m\]$/m);
    expect(kvn).toMatch(/^OBJECT_NAME += {1,2}BODY 2 & CO$/m);
    close(kessler('pc', '--in', file('out.cdm')));
    // Namespaces before the names, and standard streams.
    const prefixed = xml.replace(/<(\/?)([A-Za-z])/g, '<$1ndm:$2').replace('ndm:?xml', '?xml');
    const piped = run(['pc', '--in', '-', '--out', '-', '--json'], prefixed);
    expect(piped.status, piped.stderr).toBe(0);
    expect(piped.stdout).toMatch(/^CCSDS_CDM_VERS/);
    close(JSON.parse(piped.stderr));
  });

  test.each([
    ['a body', message.filter((_, at) => at < message.length - 20), /X: missing|OBJECT/],
    ['a frame', message.map((line) => line.replace('= ITRF', '= ORBIT')), /OBJECT1 REF_FRAME: ORBIT/],
    ['a number', message.map((line) => line.replace(/^X = .*/, 'X = far [km]')), /OBJECT1 X: far: not a number/],
    ['a covariance', message.filter((line) => !line.startsWith('CT_R')), /OBJECT1 CT_R: missing/],
    ['a line that is none', [...message, 'hello'], new RegExp(`line ${message.length + 1}: neither KEYWORD`)],
    ['a size', message.map((line) => line.replace('= 10.0 [m]', '= 20000 [m]')), /HBR: 20000 m/],
    ['no size', message.filter((line) => !line.includes('HBR')), /no radius of the bodies/],
    ['the same twice', [...message, 'X = 1'], /X: twice/],
    ['cut XML', ['<cdm><body>'], /not XML: line 1/],
    ['XML of another kind', ['<oem></oem>'], /no <cdm> in it/],
  ])('a message with a fault in it: %s', async (_, lines, said) => {
    writeFileSync(file('fault.cdm'), lines.join('\n'));
    await expect(pcCommand.run(['--in', file('fault.cdm')])).rejects.toThrow(said);
    await expect(pcCommand.run(['--in', file('fault.cdm')])).rejects.toThrow(WrongUse);
  });

  test('says when straight lines will not do', () => {
    const slow = { ...encounter, b: { ...encounter.b, vKms: [0, 7.5, 0.0001] } };
    writeFileSync(file('slow.json'), JSON.stringify(slow));
    const { status, stdout, stderr } = run(['pc', '--in', file('slow.json'), '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).shortEncounter).toBe('does-not-hold');
    expect(stderr).toContain('too long for straight lines');
  });
});

describe('kessler screen', () => {
  test('one satellite against all, as a table in order of time', () => {
    const out = file('conjunctions.csv');
    const args = ['--sky', SKY, '--at', '2025-09-01', '--hours', '2', '--threshold-km', '40', '--ids', '25544'];
    const found = kessler('screen', ...args, '--out', out);
    const [head, ...lines] = readFileSync(out, 'utf8').trim().split('\n');
    expect(head).toBe('idA,idB,time,missKm,speedKms,radialKm,alongKm,acrossKm,at');
    expect(lines).toHaveLength((found.conjunctions as number) + (found.closeWithout as number));
    expect(lines.length).toBeGreaterThan(3);
    const rows = lines.map((line) => line.split(','));
    for (const [idA, idB, , missKm, , radialKm, alongKm, acrossKm] of rows) {
      expect([idA, idB]).toContain('25544');
      expect(Number(missKm)).toBeLessThanOrEqual(40);
      expect(Math.hypot(Number(radialKm), Number(alongKm), Number(acrossKm))).toBeCloseTo(Number(missKm), 4);
    }
    expect(rows.map((row) => row[2])).toEqual(rows.map((row) => row[2]).toSorted());
  });

  /** The station and what is docked at it, a satellite, one long fallen, and a second, older set of the station. */
  const [header = '', ...skyLines] = readFileSync(SKY, 'utf8').trim().split('\n');
  const lineOf = (id: string) => skyLines.find((line) => line.startsWith(`${id},`))!;
  const columns = header.split(',');
  const withCells = (line: string, cells: Record<string, string>): string => {
    // Neither name nor any other cell of these lines has a comma in it.
    const parts = line.split(',');
    for (const [name, value] of Object.entries(cells)) parts[columns.indexOf(name)] = value;
    return parts.join(',');
  };
  const station = lineOf('25544');
  const few = [
    header,
    withCells(station, { epoch: '2025-08-20T00:00:00Z' }),
    station,
    withCells(station, { noradId: '900001', program: 'Starlink 2M S2' }),
    withCells(station, { noradId: '900002', meanMotion: '16.9', bstar: '0.5' }),
  ].join('\n');

  test('names pairs that are close all the while, objects without a state, and the older of two sets', () => {
    const args = ['screen', '--sky', '-', '--at', '2025-09-01', '--hours', '3', '--json', '--out', '-', '--warn', '0'];
    const all = run(
      args.filter((arg) => !['--warn', '0'].includes(arg)),
      few,
    );
    expect(all.status, all.stderr).toBe(0);
    const rows = all.stdout.trim().split('\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^25544,900001,2025-09-01T00:00:00.000Z,0\.000000,0\.000000,.*,start$/);
    expect(all.stderr).toContain('left out row 1: noradId: twice');
    expect(JSON.parse(all.stderr.trim().split('\n').at(-1)!).withoutState).toEqual([
      { id: 900002, at: '2025-09-01T00:00:00.000Z', reason: 'mean-eccentricity' },
    ]);
    // Nothing passes between the two: there is no probability to speak of.
    expect(run(args, few).stdout.trim().split('\n')).toHaveLength(1);
  });

  test('a program is a constellation as a whole, or one of its batches', () => {
    writeFileSync(file('few.csv'), few);
    const of = (program: string) =>
      kessler('screen', '--sky', file('few.csv'), '--at', '2025-09-01', '--hours', '1', '--program', program);
    expect(of('Starlink').fleetObjects).toBe(1);
    expect(of('Starlink 2M S2').fleetObjects).toBe(1);
    expect(of('Starlink').closeWithout).toBe(1);
  });

  test('says what is wrong with its options', async () => {
    const refuses = (args: string[], said: string | RegExp) => expect(screenCommand.run(args)).rejects.toThrow(said);
    await refuses(['--at', '2025-09-01'], '--sky');
    const usual = ['--sky', SKY, '--at', '2025-09-01'];
    await refuses(['--sky', SKY, '--at', 'soon'], '--at soon');
    expect(refusal('screen', ...usual, '--hours', '-1')).toContain('--hours');
    await refuses([...usual, '--hours', '100000'], '--hours 100000: a number from 0.001 to 744');
    await refuses([...usual, '--threshold-km', '1e9'], '--threshold-km');
    await refuses([...usual, '--program', 'No Such'], /No Such: none of it in .*; there is Starlink, /);
    await refuses([...usual, '--ids', '25544,x'], '--ids: NaN is not in');
    await refuses([...usual, '--ids', '25544', '--program', 'Starlink'], 'not both');
  });
});
