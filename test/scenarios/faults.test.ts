/** One fault in each of many places of First test: each is named with file, line, field and reason, and nothing is read then. */

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { editorSchema } from '../../server/cli/scenario.ts';
import { builtInFolder } from '../../server/games/scenarios.ts';
import { readScenarioFiles, type ScenarioFiles, scenarioFilesOf } from '../../server/scenarios/files.ts';
import { readPlaced } from '../../server/scenarios/places.ts';
import { skyFaults } from '../../server/scenarios/sky.ts';

const whole = scenarioFilesOf(builtInFolder('first-test'));
const MAIN = 'scenario.yaml';

/** First test with a piece of one of its files written otherwise. */
function changed(file: string, from: string | RegExp, to: string): ScenarioFiles {
  const before = whole[file]!;
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  return { ...whole, [file]: after };
}
const without = (file: string): ScenarioFiles =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== file));

type Case = {
  readonly files: ScenarioFiles;
  readonly file: string;
  /** what stands on the line that is named; null: no line is */
  readonly on: string | RegExp | null;
  readonly field: string;
  readonly reason: RegExp;
};
/** The fault is on the line that was changed, unless `on` says another. */
const one = (
  file: string,
  from: string | RegExp,
  to: string,
  field: string,
  reason: RegExp,
  on?: string | RegExp,
): Case => ({
  files: changed(file, from, to),
  file,
  on: on ?? to.trim().split('\n')[0]!,
  field,
  reason,
});

const FAULTS: readonly Case[] = [
  one(MAIN, 'id: first-test', 'id: First Test', 'id', /pattern/),
  one(MAIN, 'version: 2', 'version: 2.5', 'version', /int/),
  one(MAIN, 'turns: 4', 'turns: 99', 'turns', /20/),
  one(MAIN, 'monthsPerTurn: 12', 'monthsPerTurn: 7', 'monthsPerTurn', /12/),
  one(MAIN, 'turns: 4', 'turns: 4\nsurprise: 1', 'surprise', /no such field/, 'surprise: 1'),
  one(MAIN, 'carryOverCredits: 3\n', '', 'carryOverCredits', /missing/, 'id: first-test'),
  one(MAIN, 'turns: 4', 'turns: 4\nturns: 5', 'turns', /twice/, 'turns: 5'),
  one(MAIN, 'orders: [launch', 'orders: [[launch', '(file)', /./, /./),
  one(MAIN, 'turns: 4', 'turns: 4\nnames: {}', 'names', /languages/, 'names: {}'),
  one(MAIN, 'file: sky-2025-09.csv', 'file: sky-1999.csv', 'sky.file', /no sky sky-1999.csv; .*sky-2025-09/),
  one(MAIN, 'file: sky-2025-09.csv', 'file: ../../package.json', 'sky.file', /no sky/),
  one(MAIN, "startsAt: '2025-09-01T00:00:00Z'", "startsAt: 'some day'", 'sky.startsAt', /date/i),
  one(MAIN, 'negotiation: 270', 'negotiation: long', 'seconds.negotiation', /number/),
  one(MAIN, '{ id: join, seconds: 240 }', '{ id: Join, seconds: 240 }', 'session.before.0.id', /pattern/),
  one(
    MAIN,
    'launchBatch: 2',
    'launchBatch: 2\n  launchBatches: 2',
    'pricesInCredits.launchBatches',
    /no such field/,
    'launchBatches: 2',
  ),
  one(MAIN, 'orders: [launch,', 'orders: [lunch,', 'orders.0', /no order lunch/),
  one(MAIN, 'lastTurn: 3', 'lastTurn: 9', 'strike.lastTurn', /4 turns/),
  one(MAIN, 'perBase: 0.8', 'perBase: 8', 'evidence.error.perBase', /1/),
  one(MAIN, '    flight:', '    fright:', 'evidence.symptoms', /flight/, 'symptoms:'),
  one(MAIN, 'lead: [US, CN, RU, IN, EU]', 'lead: [US, CN, RU, IN, OP]', 'paper.dials.lead.4', /OP is no state/),
  one(MAIN, /\n {4}road: .*/, '', 'paper.dials.road', /missing/, 'dials:'),
  one(
    MAIN,
    'forums:\n',
    'forums:\n  - { id: open, rule: signature, members: [US], framing: any }\n',
    'forums.1.id',
    /twice/,
    '{ id: open,',
  ),
  one(MAIN, /\n {2}- \{ id: copuos.*/, '', 'paper.dials.road.1', /no forum copuos/, 'road:'),
  one(MAIN, 'rule: consensus', 'rule: lot', 'forums.1.rule', /known kinds/),
  one(
    MAIN,
    'members: [US, CN, RU, IN, EU, OP]',
    'members: [US, CN, RU, IN, EU, XX]',
    'forums.0.members.5',
    /no seat XX/,
  ),
  one(MAIN, 'framing: any', 'framing: all', 'forums.0.framing', /any/),
  one(MAIN, '- { seat: RU, credits: 4 }', '- { seat: XX, credits: 4 }', 'fund.contractors.0.seat', /no seat XX/),
  one(MAIN, '- { EU: 4, OP: 4 }', '- { EU: 4, XX: 4 }', 'fund.shares.3.XX', /no seat XX/),
  one(MAIN, 'removes: [22220,', 'removes: [1234567,', 'fund.removes.0', /object 1234567 is not in/),
  one(MAIN, '{ id: signing-day, turn: 4,', '{ id: signing-day, turn: 9,', 'injects.10.turn', /4 turns/),
  one(
    MAIN,
    '{ id: last-window, turn: 3, to: strikers }',
    '{ id: last-window, turn: 3, to: ZZ }',
    'injects.8.to',
    /no seat ZZ/,
  ),
  one(
    MAIN,
    '{ id: last-window, turn: 3, to: strikers }',
    '{ id: last-window, turn: 3, to: some }',
    'injects.8.to',
    /capital letters/,
  ),
  one(
    MAIN,
    'altitudeKm: 794, owner: US',
    'altitudeKm: 794, owner: XX',
    'injects.4.effect.candidates.0.owner',
    /no seat XX/,
  ),
  one(MAIN, 'truth: { explosion: 0.6,', 'truth: { sabotage: 0.6,', 'injects.4.effect.truth.sabotage', /./),
  one(MAIN, 'effect: { kind: open-fund }', 'effect: { kind: open-door }', 'injects.7.effect.kind', /known kinds/),
  one(
    MAIN,
    '- { id: needed, turn: 1, to: OP }',
    '- { id: needed, turn: 1, to: EU }',
    'seats.5.id',
    /OP has no private card/,
    '- id: OP',
  ),
  one(MAIN, 'right: 2', 'right: 3', 'talk.right', /3 answers/),
  one(MAIN, 'asks: [ask.1, ask.2, ask.3, ask.4]', 'asks: [ask.1, ask.2, ask.3]', 'asks', /4 turns/),
  one(MAIN, "- { id: '2008',", "- { id: '2007',", 'history.2.id', /twice/),
  one(MAIN, "colour: '#6a7bec'", 'colour: blue', 'seats.0.colour', /pattern/),
  one(MAIN, 'kind: operator', 'kind: empire', 'seats.5.kind', /operator/),
  one(MAIN, 'ssaLevel: 4', 'ssaLevel: 7', 'seats.0.ssaLevel', /4/),
  one(MAIN, 'weight: 40', 'weight: 41', 'seats.0.objectives', /add up to 101/, 'objectives:'),
  one(MAIN, /targets: \{ mid: 18214.*/, 'targets: null', 'seats.2.targets', /can strike/),
  one(MAIN, 'mid: 14780', 'mid: 1234567', 'seats.0.targets.mid', /not in sky/),
  one(
    MAIN,
    'seats: [CN, RU], how: none',
    'seats: [CN, XX], how: none',
    'seats.0.objectives.0.parts.0.times.0.when.1.party.seats.1',
    /no seat XX/,
  ),
  one(MAIN, 'clause: N01, v: 300', 'clause: N01, v: 301', 'seats.0.objectives.0.parts.0.first.3.when.0.owes.v', /301/),
  one(
    MAIN,
    'clause: N01, v: 300',
    'clause: N99, v: 300',
    'seats.0.objectives.0.parts.0.first.3.when.0.owes.clause',
    /N01/,
  ),
  one(MAIN, 'band: mid', 'band: middle', 'seats.0.objectives.2.parts.0.add.0.per.facts.band', /mid/),
  one(MAIN, 'languages: [en, fr]', 'languages: [en, fr, en]', 'languages.2', /twice/),
  one('en.yaml', /\n {2}breath: .*/, '', 'text.breath', /no text/, 'text:'),
  one('fr.yaml', /\n {2}lines\.IN\.secret: .*/, '', 'text.lines.IN.secret', /no text/, 'text:'),
  one('fr.yaml', /\n {2}objective\.OP\.fill: .*/, '', 'text.objective.OP.fill', /no text/, 'text:'),
  one('en.yaml', '    IN: India\n', '', 'names.real.IN', /no name/, 'real:'),
  one('fr.yaml', '    a.RU: à Deneb\n', '', 'names.fictional.a.RU', /asks for it/, 'fictional:'),
  one('en.yaml', 'text:\n', 'text:\n  title: 7\n', 'title', /twice/, 'title: First test'),
  one('en.yaml', 'title: First test', 'title: 7', 'text.title', /string/),
  one('en.yaml', 'title: First test', 'title: "First {test"', 'text.title', /cannot be read/),
  one('en.yaml', 'title: First test', 'title: "First test {count}"', 'text.title', /asks for \{count\}/),
  one('fr.yaml', /^text:/m, 'words:\n  title: x\ntext:', 'words', /no such field/),
  one('fr.yaml', '  fictional:', '  funny: {}\n  fictional:', 'names.funny', /no such field/, 'funny: {}'),
  one('en.yaml', 'title: First test', `title: ${'long '.repeat(1000)}`, 'text.title', /characters/, /title: long/),
  {
    files: without('notes.fr.md'),
    file: MAIN,
    on: 'languages: [en, fr]',
    field: 'languages.1',
    reason: /no file notes.fr.md/,
  },
  { files: without(MAIN), file: MAIN, on: null, field: '(file)', reason: /no such file/ },
  { files: { ...whole, 'notes.de.md': 'x' }, file: 'notes.de.md', on: 'x', field: '(file)', reason: /not among/ },
  { files: { ...whole, 'notes.fr.md': ' \n' }, file: 'notes.fr.md', on: /^/, field: '(file)', reason: /empty/ },
  {
    files: { ...whole, 'readme.txt': 'x' },
    file: 'readme.txt',
    on: null,
    field: '(file)',
    reason: /no file of a scenario/,
  },
  {
    files: { ...whole, 'en.yaml': '- a list' },
    file: 'en.yaml',
    on: '- a list',
    field: '(file)',
    reason: /no mapping/,
  },
];

/** What a case has to have, in words of each language. */
const SEATS = ['US', 'CN', 'RU', 'IN', 'EU', 'OP'];
const LINES = ['want', 'fear', 'secret', 'first'];
const CASE_KEYS = ['breath', 'hook', 'screw', ...SEATS.flatMap((seat) => LINES.map((line) => `lines.${seat}.${line}`))];

describe('a case', () => {
  const faultsOf = (files: ScenarioFiles) => {
    const read = readScenarioFiles(files);
    return 'faults' in read ? read.faults.map(({ file, field, reason }) => `${file} ${field}: ${reason}`) : [];
  };

  test.each(CASE_KEYS.flatMap((key) => ['en', 'fr'].map((language) => [key, language] as const)))(
    'is refused without its %s in %s, and with an empty one',
    (key, language) => {
      const file = `${language}.yaml`;
      const line = new RegExp(`\\n {2}${key.replaceAll('.', '\\.')}: .*`);
      const fault = [`${file} text.${key}: there is no text`];
      expect(faultsOf(changed(file, line, ''))).toEqual(fault);
      expect(faultsOf(changed(file, line, `\n  ${key}: ''`))).toEqual(fault);
    },
  );

  // Those with a missile share a card.
  const CARDS = {
    US: 'test-window',
    CN: 'test-window',
    RU: 'test-window',
    IN: 'test-window',
    EU: 'whom-first',
    OP: 'needed',
  };
  test.each(Object.entries(CARDS))(
    'is refused without a card in turn 1 that %s reads and the table does not',
    (seat, card) => {
      const line = new RegExp(`\\{ id: ${card}, turn: 1, to: \\S+ \\}`);
      const fault = expect.stringContaining(`: ${seat} has no private card in turn 1`);
      expect(faultsOf(changed(MAIN, line, `{ id: ${card}, turn: 2, to: ${seat} }`))).toContainEqual(fault);
      expect(faultsOf(changed(MAIN, line, `{ id: ${card}, turn: 1, to: all }`))).toContainEqual(fault);
    },
  );

  test('is no lesson: that needs none of it', () => {
    const lesson = scenarioFilesOf(builtInFolder('tutorial'));
    expect(lesson['en.yaml']).not.toMatch(/^ {2}(breath|hook|screw|lines\.)/m);
    expect(faultsOf(lesson)).toEqual([]);
  });
});

/** The sky takes half a second to read. */
const ABOUT_SKY = /^(sky\.file|fund\.removes\.0|seats\.0\.targets\.mid)$/;

describe('a folder with one fault', () => {
  test('is there in forty places and more, all of them different', () => {
    expect(new Set(FAULTS.map(({ file, field, reason }) => `${file} ${field} ${reason}`)).size).toBeGreaterThan(50);
  });

  test.each(FAULTS.map((fault) => [fault.file, fault.field, fault] as const))('%s %s', (_file, _field, fault) => {
    const read = readScenarioFiles(fault.files, (s) => (ABOUT_SKY.test(fault.field) ? skyFaults(s, false) : []));
    if (!('faults' in read)) throw new Error('it was read');
    expect(read).not.toHaveProperty('scenario');
    expect(read.faults).toEqual([
      {
        file: fault.file,
        line: fault.on === null ? null : expect.any(Number),
        field: fault.field,
        reason: expect.stringMatching(fault.reason),
      },
    ]);
    const { line } = read.faults[0]!;
    if (fault.on !== null)
      expect(fault.files[fault.file]!.split('\n')[line! - 1]).toMatch(
        fault.on instanceof RegExp ? fault.on : asText(fault.on),
      );
  });

  test('and each of several is named at once', () => {
    const read = readScenarioFiles({
      ...changed(MAIN, 'turns: 4', 'turns: 99'),
      ...{ 'fr.yaml': changed('fr.yaml', /\n {2}breath: .*/, '')['fr.yaml']! },
      [MAIN]: whole[MAIN]!.replace('right: 2', 'right: 7')
        .replace('version: 2', 'version: two')
        .replace('to: OP', 'to: QQ'),
    });
    expect('faults' in read && read.faults.map(({ field }) => field)).toEqual([
      'version',
      'injects.3.to',
      'talk.right',
    ]);
  });

  test('names that stand for each other without end are refused before they are unfolded', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ];
    const read = readPlaced(bomb.join('\n'));
    expect(read).toMatchObject({ faults: [{ line: 1, field: '(file)', reason: expect.stringMatching(/alias/i) }] });
  });
});

const asText = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

describe('the schema for editors', () => {
  const schemaOf = (file: 'scenario' | 'words') =>
    z.fromJSONSchema(editorSchema(file) as Parameters<typeof z.fromJSONSchema>[0]);
  const contentOf = (text: string): unknown => {
    const read = readPlaced(text);
    if ('faults' in read) throw new Error('not YAML');
    return read.content;
  };

  test.each(['first-test', 'tutorial'])('takes the files of %s', (id) => {
    for (const [name, text] of Object.entries(scenarioFilesOf(builtInFolder(id)))) {
      if (!name.endsWith('.yaml')) continue;
      const { error } = schemaOf(name === MAIN ? 'scenario' : 'words').safeParse(contentOf(text));
      expect([name, error?.issues]).toEqual([name, undefined]);
    }
  });

  test.each(
    FAULTS.filter(({ reason }) => /no such field|number|pattern/.test(reason.source)).map(
      (fault) => [fault.field, fault] as const,
    ),
  )('refuses %s', (_field, { files, file }) => {
    expect(schemaOf(file === MAIN ? 'scenario' : 'words').safeParse(contentOf(files[file]!)).success).toBe(false);
  });
});
