/** What a facilitator does in the place of a seat: logged as such, and told to that seat. */
import type { z } from 'zod';
import { refuse, type SeatId, words } from '../../vocabulary/index.ts';
import { hasPassed } from '../meaning.ts';
import type { News } from '../news.ts';
import type { Actor } from '../roles.ts';
import type { State } from '../state.ts';
import { type AnyRule, type DeedRule, deed, type Logged } from './deed.ts';
import { given, SeatRef } from './fields.ts';
import type { Command, Entry, SeatCommand } from './index.ts';
import { FACILITATOR, hearersOf, OPEN, timingOf } from './rule.ts';

/** @param rules of what seats do; a command for a seat is checked and done as the seat's own would be */
export const actFor = (
  rules: Readonly<Record<string, AnyRule>>,
): DeedRule<'act-for', { readonly seat: z.ZodType<SeatId>; readonly command: z.ZodType<SeatCommand> }, false> =>
  deed({
    kind: 'act-for',
    shape: { seat: SeatRef, command: given<SeatCommand>() },
    by: FACILITATOR,
    solo: false,
    job: null,
    phases: OPEN,
    whilePaused: true,
    // What is done for the seat means what the seat would mean by it.
    about: [],
    forSeat: false,
    heard: ({ seat, command }, state) => {
      const heard = hearersOf(rules[command.kind]!, command, state);
      return heard === 'all' ? heard : [seat, ...heard];
    },
    theme: null,
    can: null,
    check: (game, _actor, { seat, command }, at) => {
      if (!game.state.seats[seat]) return refuse('seat-unknown', { seat }, 'seat');
      const rule = rules[command.kind]!;
      const as = { role: 'bot', seat } as const;
      return (
        timingOf(rule, game.state) ??
        hasPassed(game.state, seat, command, rule.about) ??
        rule.check?.(game, as, command, at) ??
        null
      );
    },
    apply: (game, entry) => {
      const { seat, command } = entry.command;
      const done = command.kind === 'act-on-text' ? `text-act.${command.act}.done` : `act.${command.kind}`;
      return told(rules[command.kind]!.apply(game, asOf(entry)), seat, done);
    },
  });

/** The seat hears what was done for it, and nobody else does. The id counts only what that seat has heard. */
function told(state: State, seat: SeatId, done: string): State {
  const start = `act-${seat}-`;
  const card: News = {
    id: `${start}${state.news.filter((n) => n.id.startsWith(start)).length + 1}`,
    turn: state.clock.turn,
    month: 0,
    to: [seat],
    words: words('news.acted-for', { what: words(done) }),
    tone: 'warn',
  };
  return { ...state, news: [...state.news, card] };
}

const asOf = ({ command: { seat, command }, ...entry }: Logged<ForSeat>): Logged<SeatCommand> => ({
  ...entry,
  actor: { role: 'bot', seat },
  command,
});
type ForSeat = { readonly seat: SeatId; readonly command: SeatCommand };

/** Who did what, with what a facilitator did for a seat counted as the seat's own. */
export const asDone = (entry: Entry): { readonly actor: Actor; readonly command: Command } =>
  'command' in entry.command ? asOf({ ...entry, command: entry.command }) : entry;
