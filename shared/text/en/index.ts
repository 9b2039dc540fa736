/** Every word of the program in English. What a scenario says is its own. */
import type { Messages } from '../say.ts';
import { acts } from './acts.ts';
import { alone } from './alone.ts';
import { clauses } from './clauses/index.ts';
import { commands } from './commands.ts';
import { debrief } from './debrief.ts';
import { forums } from './forums/index.ts';
import { game } from './game.ts';
import { glossary } from './glossary.ts';
import { refusals } from './refusals.ts';
import { rulesText } from './rules.ts';
import { session } from './session.ts';
import { ui } from './ui.ts';

export const messages: Messages = {
  ...refusals,
  ...game,
  ...rulesText,
  ...clauses,
  ...acts,
  ...forums,
  ...commands,
  ...ui,
  ...glossary,
  ...debrief,
  ...session,
  ...alone,
};
