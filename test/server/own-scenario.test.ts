/** A scenario that a facilitator brings as a .zip: checked as those of the program are, kept with its game, and nothing else of it anywhere. */
import { connect } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../server/cli/logs.ts';
import { builtInFolder } from '../../server/games/scenarios.ts';
import { MOST_FILE_BYTES, MOST_FILES } from '../../server/scenarios/bounds.ts';
import { readScenarioFiles, type ScenarioFiles, scenarioFilesOf } from '../../server/scenarios/files.ts';
import { filesOfZip, MOST_ZIP_BYTES, zipOf } from '../../server/scenarios/zip.ts';
import { type CreateAnswer, ROUTES, type ScenarioFaults, ZIP_TYPE } from '../../shared/protocol.ts';
import { enter, post } from './harness.ts';
import { hosted } from './hosted.ts';

const whole = scenarioFilesOf(builtInFolder('first-test'));
const MARK = '<img src=x onerror=alert(1)>';
/** First test under its own id still, with another title and other objects: what is kept of one must not serve the other. */
const ours: ScenarioFiles = {
  ...whole,
  'scenario.yaml': whole['scenario.yaml']!.replace('version: 2', 'version: 77').replace('mid: 14780', 'mid: 27453'),
  'en.yaml': whole['en.yaml']!.replace('title: First test', `title: Ours ${MARK}`),
};

describe('a .zip that is read', () => {
  const named = (zip: Uint8Array): string[] => {
    const read = filesOfZip(zip);
    return 'faults' in read ? read.faults.map(({ file, reason }) => `${file} ${reason}`) : [];
  };
  const text = strToU8('id: x');

  it('gives the folder back, with what a system adds left out', () => {
    expect(filesOfZip(zipOf('ours', ours))).toEqual({ texts: ours });
    const bare = Object.fromEntries(Object.entries(ours).map(([name, words]) => [name, strToU8(words)]));
    expect(filesOfZip(zipSync(bare))).toEqual({ texts: ours });
    expect(filesOfZip(zipSync({ mine: bare, __MACOSX: { mine: { '._en.yaml': text } } }))).toEqual({ texts: ours });
  });

  it('holds the files of a scenario only, wherever others would go', () => {
    for (const name of ['../en.yaml', '/etc/passwd', 'C:\\en.yaml', 'mine/deep/en.yaml', 'run.sh', 'en.yaml/x'])
      expect(named(zipSync({ 'scenario.yaml': text, [name]: text })), name).toEqual([
        `${name} is no file of a scenario`,
      ]);
    expect(named(zipSync({ 'mine/scenario.yaml': text, 'en.yaml': text }))).toEqual([
      'en.yaml is no file of a scenario',
    ]);
    expect(named(zipSync({ 'en.yaml': text }))).toEqual(['(zip) holds no scenario.yaml']);
    expect(named(strToU8('PK is no zip'))).toEqual(['(zip) is no .zip that can be read']);
    expect(named(zipSync({ 'scenario.yaml': new Uint8Array([255, 254, 0, 200]) }))).toEqual([
      'scenario.yaml is no text in UTF-8',
    ]);
  });

  it('is bounded before it is unpacked, and unpacks to no more than it says', () => {
    const bomb = new Uint8Array(64 * 1024 * 1024);
    const zip = zipSync({ 'scenario.yaml': text, 'en.yaml': bomb });
    expect(zip.length).toBeLessThan(MOST_ZIP_BYTES);
    expect(named(zip)).toEqual([
      `en.yaml has more than ${MOST_FILE_BYTES / 1024} kB`,
      expect.stringMatching(/holds more/),
    ]);
    // The same, said to be of five bytes: the list of contents stands at the end (APPNOTE 4.3.12, uncompressed size at 24).
    const lying = zip.slice();
    const list = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at++)
      if (list.getUint32(at, true) === 0x02014b50 && list.getUint32(at + 24, true) === bomb.length)
        list.setUint32(at + 24, 5, true);
    const read = filesOfZip(lying);
    expect('texts' in read ? read.texts['en.yaml']!.length : read.faults).toEqual(
      'texts' in read ? 5 : [expect.anything()],
    );
    const many = Object.fromEntries(Array.from({ length: MOST_FILES + 1 }, (_, i) => [`a${i}.yaml`, text]));
    expect(named(zipSync(many))).toEqual([`(zip) holds more than ${MOST_FILES} files`]);
    expect(named(new Uint8Array(MOST_ZIP_BYTES + 1))).toEqual([`(zip) has more than ${MOST_ZIP_BYTES / 1024} kB`]);
  });
});

describe('a facilitator brings a scenario', () => {
  const server = hosted();
  const bring = async <T>(zip: Uint8Array, query = '?names=fictional&thin=yes', type = ZIP_TYPE) => {
    const response = await fetch(`${server.at}${ROUTES.ownGames}${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: zip as BodyInit,
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const gamesMade = async () => (await server.app.games.store.games()).length;

  it('plays it, and its export holds the whole of it', async () => {
    const made = await bring<CreateAnswer>(zipOf('ours', ours));
    expect(made.status).toBe(201);
    const { code, facilitatorKey } = made.body;
    const desk = await enter(server.at, { code }, facilitatorKey);
    expect(desk.view().seats).toHaveLength(6);
    const headers = { authorization: `Bearer ${facilitatorKey}` };
    const words = (await (await fetch(`${server.at}${ROUTES.words(code, 'en')}`, { headers })).json()) as Record<
      string,
      string
    >;
    expect(words['scenario.title']).toBe(`Ours ${MARK}`);
    const log = await (await fetch(`${server.at}${ROUTES.export(code)}`, { headers })).text();
    const read = readScenarioFiles(ours);
    expect(readLog(log).header.scenario).toEqual('scenario' in read && read.scenario);
    desk.room.connection.close();
    // What the program has under the same id is what it was.
    const other = await post<CreateAnswer>(`${server.at}${ROUTES.games}`, {
      scenario: 'first-test',
      names: 'fictional',
      thin: true,
    });
    const state = (await server.app.games.find(other.body.code))!.running.game().state;
    expect([state.scenario.version, state.scenario.text.en!.title]).toEqual([2, 'First test']);
  });

  it('is told every fault of one that is not sound, and there is no game', async () => {
    const before = await gamesMade();
    const broken = {
      ...ours,
      'scenario.yaml': whole['scenario.yaml']!.replace('turns: 4', 'turns: 400').replace('version: 2', 'version: x'),
    };
    const told = await bring<ScenarioFaults>(zipOf('ours', broken));
    expect(told.status).toBe(422);
    expect(told.body.refusal.code).toBe('scenario-faulty');
    expect(told.body.faults).toEqual([
      { file: 'scenario.yaml', line: 11, field: 'version', reason: expect.any(String) },
      { file: 'scenario.yaml', line: 13, field: 'turns', reason: expect.any(String) },
    ]);
    const sky = { ...ours, 'scenario.yaml': whole['scenario.yaml']!.replace('sky-2025-09.csv', '../../package.json') };
    expect((await bring<ScenarioFaults>(zipOf('ours', sky))).body.faults).toEqual([
      { file: 'scenario.yaml', line: 18, field: 'sky.file', reason: expect.stringMatching(/the program has sky-/) },
    ]);
    expect((await bring<ScenarioFaults>(strToU8('no zip'))).body.faults[0]!.file).toBe('(zip)');
    expect(await gamesMade()).toBe(before);
  });

  it('is turned away at the door with what is too long, of another kind, or without a length', async () => {
    const before = await gamesMade();
    expect(await bring(new Uint8Array(MOST_ZIP_BYTES + 1))).toMatchObject({
      status: 413,
      body: { refusal: { code: 'scenario-too-long' } },
    });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json'])
      expect((await bring(zipOf('ours', ours), undefined, type)).status).toBe(415);
    expect((await bring(zipOf('ours', ours), '?names=both')).status).toBe(400);
    expect(await chunked(server.at)).toMatch(/^HTTP\/1\.1 411 /);
    // Elsewhere no .zip is read.
    const elsewhere = await fetch(`${server.at}${ROUTES.games}`, {
      method: 'POST',
      headers: { 'content-type': ZIP_TYPE },
      body: 'x',
    });
    expect(elsewhere.status).toBe(415);
    expect(await gamesMade()).toBe(before);
  });

  it('begins with a copy of one of the program', async () => {
    const response = await fetch(`${server.at}${ROUTES.scenarioZip('tutorial')}`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="tutorial.zip"');
    expect(filesOfZip(new Uint8Array(await response.arrayBuffer()))).toEqual({
      texts: scenarioFilesOf(builtInFolder('tutorial')),
    });
    for (const id of ['nobody', '..%2F..%2Ftest', '__proto__'])
      expect((await fetch(`${server.at}${ROUTES.scenarioZip(id)}`)).status).toBe(404);
  });

  it('and so many in a row only', async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => bring(strToU8('no zip'))));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect((await fetch(`${server.at}/api/health`)).status).toBe(200);
  });
});

/** What is answered to a .zip that does not say how long it is. */
function chunked(at: string): Promise<string> {
  const { port } = new URL(at);
  return new Promise((done) => {
    let heard = '';
    const socket = connect(Number(port), 'localhost', () =>
      socket.write(
        `POST ${ROUTES.ownGames}?names=real HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: ${ZIP_TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`,
      ),
    );
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
    });
    socket.on('close', () => done(heard)).on('error', () => done(heard));
  });
}
