/** What a facilitator does in the place of a seat: logged as such, and told to that seat. */
import { refuse, type SeatId, words } from '../../vocabulary/index.ts';
import {
  type Command,
  type CommandOf,
  type Entry,
  SEAT_KINDS,
  type SeatCommand,
  type SeatKind,
} from '../command-shape.ts';
import { hasPassed } from '../meaning.ts';
import type { News } from '../news.ts';
import type { Actor } from '../roles.ts';
import type { State } from '../state.ts';
import { type CommandRule, type CommandRules, OPEN, timingOf } from './rule.ts';

/** @param rules of what seats do; a command for a seat is checked and done as the seat's own would be */
export function actForRules(rules: CommandRules<SeatKind>): CommandRules<'act-for'> {
  // As in commands.ts: the map proves that each rule fits its own kind.
  const ruleOf = (command: SeatCommand): CommandRule<SeatKind> => rules[command.kind] as CommandRule<SeatKind>;
  return {
    'act-for': {
      by: ['facilitator'],
      phases: OPEN,
      whilePaused: true,
      check: (game, _actor, { seat, command }, at) => {
        if (!game.state.seats[seat]) return refuse('seat-unknown', { seat }, 'seat');
        const rule = ruleOf(command);
        const as = { role: 'bot', seat } as const;
        return (
          timingOf(rule, game.state) ??
          hasPassed(game.state, seat, command) ??
          rule.check?.(game, as, command as CommandOf<SeatKind>, at) ??
          null
        );
      },
      apply: (game, entry) => {
        const { seat, command } = entry.command;
        return told(ruleOf(command).apply(game, asOf(entry) as Entry<CommandOf<SeatKind>>), seat, command.kind);
      },
    },
  };
}

/** The seat hears what was done for it, and nobody else does. The id counts only what that seat has heard. */
function told(state: State, seat: SeatId, kind: SeatKind): State {
  const start = `act-${seat}-`;
  const card: News = {
    id: `${start}${state.news.filter((n) => n.id.startsWith(start)).length + 1}`,
    turn: state.clock.turn,
    month: 0,
    to: [seat],
    words: words('news.acted-for', { what: words(`act.${kind}`) }),
    tone: 'warn',
  };
  return { ...state, news: [...state.news, card] };
}

const asOf = (entry: Entry<CommandOf<'act-for'>>): Entry => ({
  ...entry,
  actor: { role: 'bot', seat: entry.command.seat },
  command: entry.command.command,
});

/** Who did what, with what a facilitator did for a seat counted as the seat's own. */
export const asDone = (entry: Entry): { readonly actor: Actor; readonly command: Command } =>
  entry.command.kind === 'act-for' ? asOf(entry as Entry<CommandOf<'act-for'>>) : entry;

/** Whether a kind of command is one that a facilitator can give for a seat. */
export const isSeatKind = (kind: string): kind is SeatKind => (SEAT_KINDS as readonly string[]).includes(kind);
