import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PERSONAS, type PersonaName } from '../../shared/bots/personas.ts';
import { playTable } from '../../shared/bots/table.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { readStartSky } from '../skies.ts';
import { headlessExport } from './logs.ts';
import { scenarioOf } from './scenarios.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const playCommand: Subcommand = {
  about: 'plays a whole game with bots, without a server',
  usage: [
    'kessler play [--scenario ID|DIR] [--bots N] [--seed 1] [--persona class,...] [--sky full|thin] [--out FILE] [--json]',
    '',
    '  --scenario S   a scenario of the program by its id, first-test unless given, or the folder of one',
    '  --bots N       how many seats bots play; a headless table has no people, so it is the number of seats (default)',
    `  --persona P    ${PERSONAS.join(' | ')}; one for all, or one for each seat in order, with commas`,
    '  --out FILE     writes the log as JSON lines, for `kessler replay`',
    '',
    'Example: npx kessler play --scenario first-test --seed 7 --out game.jsonl --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string', default: 'first-test' },
        bots: { type: 'string' },
        seed: { type: 'string', default: '1' },
        persona: { type: 'string', default: 'class' },
        sky: { type: 'string', default: 'full' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const scenario = scenarioOf(values.scenario);
    if (values.bots !== undefined && Number(values.bots) !== scenario.seats.length)
      throw new WrongUse(
        `--bots ${values.bots}: ${scenario.id} has ${scenario.seats.length} seats and nobody else is here`,
      );
    if (values.sky !== 'full' && values.sky !== 'thin') throw new WrongUse(`--sky ${values.sky}: full or thin`);
    const thin = values.sky === 'thin';
    const { sky } = readStartSky(scenario, thin);
    const onTurn = process.stderr.isTTY
      ? (turn: number) => console.error(`turn ${turn} of ${scenario.turns} resolved`)
      : undefined;
    const { game, log, refused } = playTable(scenario, sky, values.seed, {
      thin,
      personas: personasOf(
        values.persona,
        scenario.seats.map((s) => s.id),
      ),
      ...(onTurn ? { onTurn } : {}),
    });
    const { state } = game;
    if (values.out) writeFileSync(values.out, headlessExport(state, log));
    print(
      {
        scenario: scenario.id,
        seed: values.seed,
        turns: state.turnsDone.length,
        stateHash: stateHash(state),
        scores: Object.fromEntries(
          (state.results?.seats ?? []).map(({ seat, own, noDeal, gain }) => [seat, rounded({ own, noDeal, gain })]),
        ),
        orbitHealth: state.results ? rounded(state.results.health) : null,
        leftOnTable: state.results
          ? {
              ...state.results.leftOnTable,
              points: hundredths(state.results.leftOnTable.points),
              terms: state.results.leftOnTable.terms.map((term) => ({ ...term, own: hundredths(term.own) })),
            }
          : null,
        facts: Object.entries(Object.groupBy(state.facts, (fact) => fact.kind)).map(([kind, facts]) => ({
          kind,
          count: facts!.length,
        })),
        refused: refused.length,
      },
      values.json,
    );
    return 0;
  },
};

/** Points as people read them. */
const hundredths = (points: number): number => Math.round(points * 100) / 100;
const rounded = (figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, points]) => [name, hundredths(points)]));

function personasOf(text: string, seats: readonly string[]): Record<string, PersonaName> {
  const names = text.split(',');
  if (names.length !== 1 && names.length !== seats.length)
    throw new WrongUse(`--persona: one, or ${seats.length} with commas`);
  const wrong = names.find((name) => !(PERSONAS as readonly string[]).includes(name));
  if (wrong !== undefined) throw new WrongUse(`--persona ${wrong}: one of ${PERSONAS.join(', ')}`);
  return Object.fromEntries(seats.map((seat, i) => [seat, names[names.length === 1 ? 0 : i] as PersonaName]));
}
