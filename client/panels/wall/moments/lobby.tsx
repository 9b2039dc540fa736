import '../../../styles/wall/lobby.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeatId } from '../../../../shared/vocabulary/index.ts';
import { say, t } from '../../../text.ts';
import { Square, useJoinAddresses } from '../../door/way-in.tsx';
import { personName, useRoom, useView } from '../../frame/room.tsx';
import { AltitudeRule } from '../../parts/three-dots-rule.tsx';
import { Medal } from '../medal.tsx';
import type { Moment } from './moment.ts';

/** A delegation that somebody has just joined is lit for so long, ms. */
const LIT_MS = 2_000;
/** The address is as large as its line lets it be, px; the sign of an address that is widest has this share of its height. */
const ADDRESS = { line: 560, most: 52, least: 26, sign: 0.62 } as const;
const DISC_PX = 98;

const sizeOf = (address: string): number =>
  Math.max(ADDRESS.least, Math.min(ADDRESS.most, ADDRESS.line / (ADDRESS.sign * address.length)));

/** How to get in: the square, the code and the address, as large as they go; beside them the one rule to know before it begins. */
function Stage() {
  const { model } = useRoom();
  const view = useView();
  const [address] = useJoinAddresses(model.code);
  // The code stands above it: what is typed is where the first page is.
  const first = address.replace(/^https?:\/\//, '').replace(/\/g\/[^/]*$/, '');
  return (
    <div class="wall-lobby">
      <h1 class="unseen">{say(view.title)}</h1>
      <div class="way-in">
        <Square address={address} />
        <p class="big-code">{model.code}</p>
        <p class="address" style={{ fontSize: `${sizeOf(first)}px` }}>
          {first}
        </p>
      </div>
      <AltitudeRule size={DISC_PX} slow />
    </div>
  );
}

/** Delegations that somebody has joined within the last moments. */
function useJustJoined(people: Readonly<Record<SeatId, number>>): ReadonlySet<SeatId> {
  const [lit, setLit] = useState<ReadonlySet<SeatId>>(new Set());
  const before = useRef(people);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const joined = Object.keys(people).filter((seat) => (people[seat] ?? 0) > (before.current[seat] ?? 0));
    before.current = people;
    if (joined.length === 0) return;
    setLit((now) => new Set([...now, ...joined]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setLit((now) => new Set([...now].filter((seat) => !joined.includes(seat))));
    }, LIT_MS);
    timers.current.add(timer);
  }, [JSON.stringify(people)]);
  useEffect(
    () => () => {
      for (const timer of timers.current) clearTimeout(timer);
    },
    [],
  );
  return lit;
}

/** Who sits where, as people sit down. */
function Strip() {
  const { model } = useRoom();
  const view = useView();
  const peopleOf = (seat: SeatId) => Object.values(view.delegates).filter((d) => d.seat === seat);
  const lit = useJustJoined(Object.fromEntries(view.seats.map(({ id }) => [id, peopleOf(id).length])));
  return (
    <footer class="wall-strip">
      <ul class="wall-seats">
        {view.seats.map((seat) => {
          const people = peopleOf(seat.id);
          const here = people.map((d) => personName(model, d.name)).join(', ');
          const free = people.length === 0 && !seat.bot;
          return (
            <li key={seat.id} class={free ? 'silent' : lit.has(seat.id) ? 'lit' : ''}>
              <Medal seat={seat.id} size={50} state={free ? 'silent' : lit.has(seat.id) ? 'speaking' : 'talks'} />
              <span>
                <b>{say(seat.name)}</b>
                <span class="people">{here || t(seat.bot ? 'bot' : 'wall.free')}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </footer>
  );
}

export const lobby: Moment = { id: 'lobby', when: ({ clock }) => clock.phase === 'lobby', Stage, Strip };
