/** Laws over languages: each is whole, says the same with the same parameters, reads easily, and keeps its own typography. */
import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { clauses } from '../../shared/clauses/index.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import { piecesOf, TERMS } from '../../shared/text/glossary.ts';
import { LANGUAGES, languageFor } from '../../shared/text/languages.ts';
import { type Messages, say } from '../../shared/text/say.ts';
import type { Words } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from '../game/first-test.ts';

const folder = new URL('../../shared/text/', import.meta.url);
const names = Object.keys(LANGUAGES);
const scenario = readFirstTest();
const scenarios = [scenario, builtInScenarios().get('tutorial')!];
const MODES = ['real', 'fictional'] as const;

/** Every word of the program in a language: what pages show and what the server writes. */
const program: Record<string, Messages> = {};
for (const name of names) {
  const { messages } = (await import(`../../shared/text/${name}/index.ts`)) as { readonly messages: Messages };
  const { press } = (await import(`../../shared/text/${name}/press.ts`)) as { readonly press: Messages };
  const { records } = (await import(`../../shared/text/${name}/records.ts`)) as { readonly records: Messages };
  program[name] = { ...messages, ...press, ...records };
}
const english = program.en!;
const others = names.filter((name) => name !== 'en');

/** All that is said in a language, the scenario with it, as [key, message]. */
const everything = (language: string): readonly (readonly [string, string])[] => [
  ...Object.entries(program[language]!),
  ...scenarios.flatMap((one) => MODES.flatMap((mode) => Object.entries(scenarioMessages(one, mode, language)))),
];

type Element = {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
};
const LITERAL = 0;
const SELECT = 5;
const POUND = 7;
const read = (language: string, message: string) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as unknown as readonly Element[];

/** Names of the parameters of a message; those that choose between words with their choices. */
function parametersOf(elements: readonly Element[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue;
    const choices = element.type === SELECT ? ` ${Object.keys(element.options!).sort().join(' ')}` : '';
    // A language asks for a name in the form it needs: {the_seat} here is {de_seat} there.
    found.add(element.value.replace(/^[A-Za-z]+_/, '') + choices);
    for (const option of Object.values(element.options ?? {})) parametersOf(option.value, found);
  }
  return found;
}

/** A message as a person may read it at its longest: parameters are one word, of choices the longest is taken. */
function longest(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if (element.type === LITERAL) return element.value;
      const choices = Object.values(element.options ?? {}).map((option) => longest(option.value));
      return choices.sort((a, b) => b.length - a.length)[0] ?? '1';
    })
    .join('');
}

const MOST_WORDS = 25;
/** Sentences of a text and their numbers of words. Digits in groups are one word; signs between spaces are none. */
function sentencesOf(text: string): readonly { readonly sentence: string; readonly words: number }[] {
  return text
    .replace(/(\d)[\u00a0\u202f](?=\d)/g, '$1')
    .split(/(?<=[.!?…][”»)]?)\s+/)
    .map((sentence) => ({ sentence, words: sentence.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length }));
}

describe('languages', () => {
  test('each has a folder with the same files', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).sort()).toEqual(names.toSorted());
    const files = readdirSync(new URL('en/', folder)).sort();
    for (const name of others) expect([name, readdirSync(new URL(`${name}/`, folder)).sort()]).toEqual([name, files]);
  });

  test('each has the same keys as English', () => {
    for (const name of others) {
      expect([name, Object.keys(program[name]!).sort()]).toEqual([name, Object.keys(english).sort()]);
      for (const one of scenarios) {
        expect(one.languages).toContain(name);
        expect(Object.keys(one.text[name]!).sort()).toEqual(Object.keys(one.text.en!).sort());
      }
    }
  });

  test('texts that differ with the names of a game differ in each language', () => {
    const isForm = (key: string) => /^[A-Za-z]+\.[A-Z]{2,4}$/.test(key);
    for (const mode of MODES)
      for (const name of others) {
        const keys = (language: string) => Object.keys(scenario.names[mode][language]!).filter((key) => !isForm(key));
        expect([mode, name, keys(name).sort()]).toEqual([mode, name, keys('en').sort()]);
      }
  });

  test('the names of seats stand in sentences in the form that the language asks for', () => {
    const inSentence = (language: string, seat: string) =>
      scenarioMessages(scenario, 'real', language)[`seat.${program[language]!['ui.seat.form']}.${seat}`];
    expect(inSentence('en', 'US')).toBe('the United States');
    expect(inSentence('fr', 'US')).toBe('les États-Unis');
    expect(say(english, 'en', { key: 'ui.pledge.with', params: { n: 1, who: 'Altair' } })).toBe('if Altair signs');
    expect(say(english, 'en', { key: 'ui.pledge.with', params: { n: 2, who: 'Altair and Vega' } })).toBe(
      'if Altair and Vega sign',
    );
  });

  test('each message has the same parameters and choices', () => {
    const differing = others.flatMap((name) => {
      const pairs = [
        ...Object.keys(english).map((key) => [key, english[key]!, program[name]![key] ?? ''] as const),
        ...MODES.flatMap((mode) => {
          const there = scenarioMessages(scenario, mode, name);
          return Object.entries(scenarioMessages(scenario, mode, 'en'))
            .filter(([key]) => there[key] !== undefined)
            .map(([key, text]) => [key, text, there[key]!] as const);
        }),
      ];
      return pairs
        .map(([key, here, there]) => ({
          key: `${name} ${key}`,
          here: [...parametersOf(read('en', here))].sort(),
          there: [...parametersOf(read(name, there))].sort(),
        }))
        .filter(({ here, there }) => here.join() !== there.join());
    });
    expect(differing).toEqual([]);
    expect([...parametersOf(read('en', english['ui.map.found']!))]).toEqual(['most other yes', 'n']);
  });

  /** Words that French writes as English does; numbers, signs and names. */
  const SAME: ReadonlySet<string> = new Set([
    'slot.programme',
    'glossary.ratification',
    'score.adds',
    'score.times',
    'cause.explosion',
    'ui.name',
    'ui.home.code.hint',
    'ui.dots.km',
    'ui.menu',
    'ui.number',
    'ui.decimal',
    'ui.signed',
    'ui.panel.table',
    'ui.belt.east',
    'ui.todo.card',
    'ui.talk.log',
    'ui.forecast.parties',
    'ui.slot.p1',
    'ui.slot.p2',
    'ui.cause.explosion',
    'ui.incident.cause',
    'ui.object.kind.payload',
    'ui.object.source',
    'ui.desk.pause',
    'ui.year.pause',
    'ui.desk.plus',
    'ui.desk.minus',
    'ui.results.band',
    'ui.shells.km',
    'ui.frontier.what',
    'ui.world.points',
    'ui.table.messages',
    'ui.table.signatures',
    'ui.command.say',
    'ui.command.object',
    'ui.command.accuse',
    'glossary.consensus',
    'glossary.consensus.forms',
    'glossary.passivation',
    'report.band',
    'report.gain',
  ]);

  test('no message is left in English', () => {
    for (const name of others) {
      const same = Object.keys(english).filter((key) => english[key] === program[name]![key]);
      expect(same.filter((key) => !SAME.has(key))).toEqual([]);
      for (const one of scenarios)
        for (const [key, text] of Object.entries(one.text[name]!))
          expect([key, text === one.text.en![key]]).toEqual([key, false]);
    }
  });

  test('the lesson calls each button by its name', () => {
    for (const name of names) {
      const buttons = new Set(Object.values(program[name]!));
      const steps = Object.entries(scenarios[1]!.text[name]!).filter(([key]) => key.startsWith('lesson.'));
      const called = steps.flatMap(([key, text]) =>
        [...text.matchAll(/“([^”]+)”|«\u00a0([^»]+)\u00a0»/g)].map(([, a, b]) => [key, a ?? b!] as const),
      );
      expect(called.length).toBeGreaterThan(10);
      expect(called.filter(([, button]) => !buttons.has(button))).toEqual([]);
    }
  });

  test('two values of a clause never read the same', () => {
    for (const name of names)
      for (const [id, clause] of Object.entries(clauses)) {
        const sentence = clause.sentence as (value: unknown) => Words;
        const said = clause.values.map((value) => say(program[name]!, name, sentence(value)));
        expect(said.length).toBeGreaterThan(1);
        expect([id, name, new Set(said).size]).toEqual([id, name, said.length]);
        for (const text of said) expect(text).toMatch(/^\p{Lu}.* .*\.$/u);
      }
  });

  /** A list of names is one sentence however long it is. */
  const LONG: ReadonlySet<string> = new Set(['scenario.history.vote']);

  test('sentences are short', () => {
    expect(sentencesOf('One two. “Three four five!” 1\u202f000\u00a0: six').map((s) => s.words)).toEqual([2, 3, 2]);
    const long = names.flatMap((name) =>
      everything(name)
        .filter(([key]) => !LONG.has(key) && !key.endsWith('.forms'))
        .flatMap(([key, message]) => sentencesOf(longest(read(name, message))).map((s) => ({ name, key, ...s })))
        .filter((s) => s.words > MOST_WORDS),
    );
    expect(long).toEqual([]);
  });

  test('French has its spaces, quotation marks and apostrophes', () => {
    for (const [key, message] of everything('fr')) {
      if (key.endsWith('.forms')) continue;
      const text = longest(read('fr', message)).replaceAll(/https?:\S+/g, '');
      expect([key, text.match(/ [;:?!%»]|« |[\p{L}\p{N})][;?!%»]|['“”]/u)?.[0]]).toEqual([key, undefined]);
      expect([key, text.match(/\d \d{3}(?!\d)|\d,\d{3}(?!\d)/)?.[0]]).toEqual([key, undefined]);
    }
  });

  test('no message claims more of a clause than it does: what is said of it is not all that the model checks', () => {
    const CLAIMS: Readonly<Record<string, RegExp>> = {
      en: /\bwhat (the|our) (model|game) (checks|verifies|tests)\b/iu,
      fr: /\bce que (le|notre) (modèle|jeu) (vérifie|contrôle|teste)(?!\p{L})/iu,
    };
    expect(Object.keys(CLAIMS)).toEqual(names);
    expect('What they say is what the model checks.').toMatch(CLAIMS.en!);
    expect('Ce qu’ils disent est ce que le modèle vérifie.').toMatch(CLAIMS.fr!);
    const claiming = names.flatMap((name) => everything(name).filter(([, message]) => CLAIMS[name]!.test(message)));
    expect(claiming).toEqual([]);
  });

  test('numbers follow the language', () => {
    const number: Words = { key: 'ui.number', params: { n: 12345.5 } };
    expect(say(program.en!, 'en', number)).toBe('12,345.5');
    expect(say(program.fr!, 'fr', number)).toBe('12\u202f345,5');
    const credits = (n: number) => say(program.fr!, 'fr', { key: 'ui.credits', params: { n } });
    expect([credits(0), credits(1.5), credits(2)]).toEqual(['0 crédit', '1,5 crédit', '2 crédits']);
  });

  test('names take the form that their sentence needs', () => {
    const real = scenarioMessages(scenario, 'real', 'fr');
    const fictional = scenarioMessages(scenario, 'fictional', 'fr');
    expect(real['scenario.inject.fund-opens']).toContain('à la Russie et 4 à l’Inde');
    expect(fictional['scenario.inject.fund-opens']).toContain('à Deneb et 4 à Rigel');
    expect(real['scenario.cause.other-pen']).toBe('La plume n’est ni aux États-Unis ni à l’Europe.');
    const left = (mode: 'real' | 'fictional', language: string, seat: string) => {
      const messages = { ...program[language]!, ...scenarioMessages(scenario, mode, language) };
      return say(messages, language, { key: 'news.left', params: { seat: { key: `seat.${seat}` }, number: 2 } });
    };
    expect(left('real', 'en', 'US')).toBe('The United States has left text 2.');
    expect(left('real', 'en', 'CN')).toBe('China has left text 2.');
    expect(left('fictional', 'en', 'EU')).toBe('The Capella League has left text 2.');
    expect(scenarioMessages(scenario, 'real', 'en')['scenario.cause.not-both-rivals']).toMatch(
      /^The United States and/,
    );
    const pen = (mode: 'real' | 'fictional') =>
      say({ ...program.fr!, ...scenarioMessages(scenario, mode, 'fr') }, 'fr', {
        key: 'news.pen',
        params: { seat: { key: 'seat.RU' }, lead: { key: 'seat.US' }, number: 2 },
      });
    expect(pen('real')).toContain('passe des États-Unis (non Partie) à la Russie.');
    expect(pen('fictional')).toContain('passe d’Altaïr (non Partie) à Deneb.');
    // Nobody has no forms.
    expect(say({ a: '{The_who} flew.', b: 'nobody' }, 'en', { key: 'a', params: { who: { key: 'b' } } })).toBe(
      'Nobody flew.',
    );
    for (const name of names)
      for (const mode of MODES)
        for (const [key, text] of Object.entries(scenarioMessages(scenario, mode, name)))
          expect(text, key).not.toMatch(/\{[A-Za-z.]*[A-Z]{2,4}\}/);
  });

  test('a reader gets the first language they read', () => {
    expect(languageFor(['fr-CA', 'en'])).toBe('fr');
    expect(languageFor(['de', 'FR'])).toBe('fr');
    expect(languageFor(['de', 'constructor'])).toBe('en');
    expect(languageFor([])).toBe('en');
  });
});

describe('glossary', () => {
  test('a term is found in a text once, the longest form first, as a whole word', () => {
    const text = 'Two Close passes, a pen, an open door, another pen.';
    const pieces = piecesOf(english, text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.term)).toEqual([
      { text: 'Close passes', term: 'close-pass' },
      { text: 'pen', term: 'pen' },
    ]);
    const french = piecesOf(program.fr!, 'L’essai destructeur à ascension directe, deux étages et la plume.');
    expect(french.flatMap((piece) => piece.term ?? [])).toEqual(['asat', 'stage', 'pen']);
    expect(piecesOf(program.fr!, 'sur l’orbite basse')).toEqual([
      { text: 'sur ' },
      { text: 'l’orbite basse', term: 'low-orbit' },
    ]);
    expect(piecesOf({}, text)).toEqual([{ text }]);
  });

  test('no two terms share a form, and no meaning opens with its own name', () => {
    for (const name of names) {
      const forms = TERMS.flatMap((term) => program[name]![`glossary.${term}.forms`]!.toLowerCase().split('|'));
      expect([name, forms.length]).toEqual([name, new Set(forms).size]);
      for (const term of TERMS) {
        const means = program[name]![`glossary.${term}.means`]!;
        expect([term, means.startsWith(program[name]![`glossary.${term}`]!)]).toEqual([term, false]);
      }
    }
  });
});
