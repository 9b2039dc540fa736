import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NumbersSchema, WordsSchema } from '../../shared/scenarios/schema.ts';
import { faultLine } from '../games/scenarios.ts';
import { checkedFolder } from './scenarios.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

/** Files of a scenario's folder that have a schema, by the names their schemas are asked for. */
const SCHEMAS = { scenario: NumbersSchema, words: WordsSchema } as const;
const isKnown = (name: string): name is keyof typeof SCHEMAS => Object.hasOwn(SCHEMAS, name);

export const scenarioCommand: Subcommand = {
  about: 'checks the folder of a scenario, or prints the schema for an editor',
  usage: [
    'kessler scenario check DIR [--json]',
    'kessler scenario schema [scenario|words]',
    '',
    '  check   names every fault of a folder as file:line: field: reason; exit status 1 if there is one',
    '  schema  JSON schema of scenario.yaml (default), or of the files of words, en.yaml and so on',
    '',
    'A folder has scenario.yaml, and for each language it lists <language>.yaml and notes.<language>.md; shared/scenarios/first-test',
    'is one. To have an editor complete and check fields, write the schema to a file and name it in the first line of the YAML:',
    '',
    '  npx kessler scenario schema > scenario.schema.json',
    '  # yaml-language-server: $schema=scenario.schema.json',
    '',
    'Example: npx kessler scenario check shared/scenarios/first-test',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [act, name, ...others] = positionals;
    if (others.length > 0) throw new WrongUse(`${others[0]}: one folder or schema at a time`);
    if (act === 'schema') {
      const schema = name ?? 'scenario';
      if (!isKnown(schema)) throw new WrongUse(`schema ${schema}: ${Object.keys(SCHEMAS).join(' or ')}`);
      console.log(JSON.stringify(editorSchema(schema), null, 2));
      return 0;
    }
    if (act !== 'check' || name === undefined) throw new WrongUse('check DIR, or schema');
    const read = checkedFolder(name);
    const faults = 'faults' in read ? read.faults : [];
    if (values.json || 'scenario' in read)
      print(
        'scenario' in read
          ? { id: read.scenario.id, version: read.scenario.version, seats: read.scenario.seats.length, faults }
          : { id: null, faults },
        values.json,
      );
    else for (const fault of faults) console.log(faultLine(fault));
    return faults.length > 0 ? 1 : 0;
  },
};

/** JSON schema of a file: what may be written, so that a field with a default may be left out. */
export const editorSchema = (file: keyof typeof SCHEMAS): unknown => z.toJSONSchema(SCHEMAS[file], { io: 'input' });
