/** The public header of a game as Colyseus state: what everybody may see the moment they come in. Nothing else is synchronised. */
import { type SchemaType, schema, t } from '@colyseus/schema';
import type { State } from '../../shared/game/state.ts';

const HeaderSeat = schema(
  {
    people: t.number().default(0),
    ready: t.boolean().default(false),
    bot: t.boolean().default(true),
  },
  'HeaderSeat',
);

export const Header = schema(
  {
    phase: t.string().default('lobby'),
    turn: t.number().default(0),
    number: t.number().default(0),
    /** instant in ms since 1970; 0: no deadline */
    endsAt: t.number().default(0),
    paused: t.boolean().default(false),
    seats: t.map(HeaderSeat),
  },
  'Header',
);
export type Header = SchemaType<typeof Header>;

/** Copies the public part of a state into a header. Writing an equal value sends nothing. */
export function showHeader(header: Header, { clock, seats, delegates }: State): void {
  header.phase = clock.phase;
  header.turn = clock.turn;
  header.number = clock.number;
  header.endsAt = clock.endsAt ?? 0;
  header.paused = clock.pausedLeftMs !== null;
  for (const [id, seat] of Object.entries(seats)) {
    let shown = header.seats.get(id);
    if (!shown) {
      shown = new HeaderSeat();
      header.seats.set(id, shown);
    }
    shown.people = Object.values(delegates).filter((d) => d.seat === id && d.present).length;
    shown.ready = seat.ready;
    shown.bot = seat.bot;
  }
}
