#!/usr/bin/env node
/** The `kessler` command: headless games, replays, the casebook, the orbital engine. `kessler --help` lists it; each subcommand has --help. */
import { altitudesCommand } from './cli/altitudes.ts';
import { backupCommand } from './cli/backup.ts';
import { breakupCommand } from './cli/breakup.ts';
import { casebookCommand } from './cli/casebook.ts';
import { checkCommand } from './cli/check.ts';
import { decayCommand } from './cli/decay.ts';
import { deleteCommand } from './cli/delete.ts';
import { deskCommand } from './cli/desk.ts';
import { eraseCommand } from './cli/erase.ts';
import { evolveCommand } from './cli/evolve.ts';
import { fluxCommand } from './cli/flux.ts';
import { forecastCommand } from './cli/forecast.ts';
import { gamesCommand } from './cli/games.ts';
import { importCommand } from './cli/import.ts';
import { pcCommand } from './cli/pc.ts';
import { playCommand } from './cli/play.ts';
import { pressCommand } from './cli/press.ts';
import { replayCommand } from './cli/replay.ts';
import { restoreCommand } from './cli/restore.ts';
import { scenarioCommand } from './cli/scenario.ts';
import { screenCommand } from './cli/screen.ts';
import { type Subcommand, WrongUse } from './cli/subcommand.ts';
import { validateCommand } from './cli/validate.ts';
import { UnreadableSky } from './sky-rows.ts';
import { textOfFile } from './text-of-file.ts';

const subcommands: Readonly<Record<string, Subcommand>> = {
  play: playCommand,
  replay: replayCommand,
  press: pressCommand,
  scenario: scenarioCommand,
  casebook: casebookCommand,
  breakup: breakupCommand,
  decay: decayCommand,
  evolve: evolveCommand,
  altitudes: altitudesCommand,
  flux: fluxCommand,
  forecast: forecastCommand,
  import: importCommand,
  validate: validateCommand,
  pc: pcCommand,
  screen: screenCommand,
  games: gamesCommand,
  desk: deskCommand,
  backup: backupCommand,
  restore: restoreCommand,
  check: checkCommand,
  erase: eraseCommand,
  delete: deleteCommand,
};

const EXIT_STATUS =
  'Exit status: 0 done; 1 a check failed, or no object could be read; 2 wrong options or files, told in one line, nothing written.';

const [name, ...args] = process.argv.slice(2);
if (name === '--version') {
  const { version }: { version: string } = JSON.parse(textOfFile(new URL('../package.json', import.meta.url)));
  console.log(version);
  process.exit(0);
}
const command = name === undefined ? undefined : subcommands[name];
if (!command) {
  const asked = name === undefined || ['--help', '-h', 'help'].includes(name);
  if (!asked) console.error(`kessler: no subcommand ${name}`);
  console.log(
    [
      'kessler <subcommand> [options]',
      '',
      ...Object.entries(subcommands).map(([key, c]) => `  ${key.padEnd(10)} ${c.about}`),
      '',
      'kessler <subcommand> --help says more: options with their units and defaults, columns, and an example to paste.',
      '',
      'From an OMM file to ten years on, and a table ready to plot:',
      '',
      '  npx kessler import gp.json --out sky.csv',
      '  npx kessler evolve --sky sky.csv --from 2025-09-01 --to 2035-09-01 --out end.csv --series months.csv',
      '',
      'kessler --version says which program this is. Where a sky is read, - is standard input; where a table is written, standard output.',
      '',
      'Units stand in the names (-km, -kg, Ms, PerM2Yr); instants are UTC; --json prints one object. Equations and their sources:',
      'shared/orbits/README.md.',
      EXIT_STATUS,
    ].join('\n'),
  );
  process.exitCode = asked ? 0 : 2;
} else if (args.includes('--help') || args.includes('-h')) {
  console.log(`${command.about}\n\n${command.usage}\n\n${EXIT_STATUS}`);
} else {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    const { code = '', syscall } = error as { code?: string; syscall?: string };
    // What the options, the files or the disk are at fault for; anything else is a bug and keeps its trace.
    const isTold = error instanceof WrongUse || error instanceof UnreadableSky;
    if (!isTold && !code.startsWith('ERR_PARSE_ARGS') && syscall === undefined) throw error;
    // Node's own words for an option run over lines; ours are one, or one for each fault of a file.
    const { message } = error as Error;
    console.error(`kessler ${name}: ${isTold ? message : message.replaceAll('\n', ' ')}`);
    process.exitCode = 2;
  }
}
