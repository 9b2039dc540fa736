/** What every panel shares: the open game, its view, and buttons that know why they may not be pressed. */
import { createContext } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Command } from '../../../shared/game/commands/index.ts';
import { meant } from '../../../shared/game/meaning.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { apart, type Job, type Refusal, type SeatId, type TextId } from '../../../shared/vocabulary/index.ts';
import type { Hearing } from '../../listen.ts';
import { type Model, typed } from '../../model.ts';
import type { Session } from '../../session.ts';
import { has, listed, say, t, why } from '../../text.ts';
import { Confirm } from '../parts/dialog.tsx';
import { EmblemMark, Refused } from '../parts/parts.tsx';

export type OpenRoom = {
  readonly model: Model;
  readonly session: Session;
  readonly key: string | null;
  readonly hearing: Hearing;
};

export const RoomContext = createContext<OpenRoom | null>(null);

/** The open game. Throws outside of one: that is a bug of the page. */
export function useRoom(): OpenRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('no game is open here');
  return room;
}

/** The view of the open game. Panels are drawn only once there is one. */
export function useView(): View {
  const view = useRoom().model.view.value;
  if (!view) throw new Error('no view yet');
  return view;
}

export type Barrier =
  | { readonly kind: 'none' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'job'; readonly job: Job; readonly holder: string | null };

/** What stands between this person and a kind of command, or one of it that another job holds: the view says so, no rule stands here. */
export function barrierOf(view: View, delegate: string | null, kind: Command['kind'], of?: Job): Barrier {
  const may = view.may[kind];
  if (!may) return { kind: 'absent' };
  if (may.refusal) return { kind: 'refused', refusal: may.refusal };
  const job = of ?? may.job;
  const holder = job && view.own ? view.own.jobs[job] : null;
  if (job && holder && delegate && holder !== delegate) return { kind: 'job', job, holder };
  return { kind: 'none' };
}

/** The barrier for a kind of command of the open game. */
export const useBarrier = (kind: Command['kind']): Barrier => barrierOf(useView(), useRoom().model.delegate, kind);

/** The sentence for a barrier, or null where there is none. */
export function reasonOf(model: Model, view: View, barrier: Barrier): string | null {
  if (barrier.kind === 'refused') return why(barrier.refusal);
  if (barrier.kind !== 'job') return null;
  const name = (barrier.holder && view.delegates[barrier.holder]?.name) || null;
  return t('job.held', { job: t(`job.${barrier.job}`), who: personName(model, name) });
}

/** What others call a person, or that there is somebody. */
export const personName = (model: Model, name: TextId | null): string => apart(typed(model, name)) ?? t('someone');

export type Look = 'primary' | 'plain' | 'grave' | 'usual';

type ActProps = {
  readonly command: Command;
  readonly label: string;
  readonly look?: Look;
  readonly job?: Job;
  /** asked before it is done */
  readonly confirm?: { readonly title: string; readonly text: string };
  /** a question once put stays open whatever others do meanwhile: the answer counts as of when it was put */
  readonly stays?: boolean;
  /** the reason is said elsewhere, once for several buttons */
  readonly quiet?: boolean;
  /** no room beside it for the button that takes over its job, which stands elsewhere */
  readonly tight?: boolean;
  /** a refusal found by a dry request: blocks the button */
  readonly blocked?: Refusal | null;
  readonly pressed?: boolean;
  readonly describe?: string;
  readonly onDone?: () => void;
};

/**
 * A button that gives a command. Not allowed: it says why beside it, stays in the tab order, and does nothing. Refused: the
 * answer stands beside it until the next try.
 */
export function Act(props: ActProps) {
  const { model, session } = useRoom();
  const view = useView();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** the command as it was when the question was put */
  const [asking, setAsking] = useState<Command | null>(null);
  const [passed, setPassed] = useState(false);
  /** what the server said when it was asked before the question, and of which view that is true */
  const [shut, setShut] = useState<{ readonly refusal: Refusal; readonly of: View } | null>(null);
  const barrier = barrierOf(view, model.delegate, props.command.kind, props.job);
  const blocked = props.blocked ?? (shut?.of === view ? shut.refusal : null);
  const barred = reasonOf(model, view, barrier);
  const reason = barred ?? (blocked ? why(blocked) : null);
  const now = meant(props.command, view);
  const passes = props.stays ? barred !== null : reason !== null || JSON.stringify(asking) !== JSON.stringify(now);
  const gone = asking !== null && passes;
  // A question whose subject has gone is taken back: a yes would be to something else.
  useEffect(() => {
    if (!gone) return;
    setAsking(null);
    setPassed(true);
  }, [gone]);
  if (barrier.kind === 'absent') return null;
  const go = async (command: Command) => {
    if (busy) return;
    setBusy(true);
    setPassed(false);
    const answer = await session.command(command);
    setBusy(false);
    setRefusal(answer);
    if (!answer) props.onDone?.();
  };
  // Nobody is asked whether they are sure of what cannot be done.
  const put = async (command: Command) => {
    if (busy) return;
    setBusy(true);
    const against = await askBriefly(session, command);
    setBusy(false);
    setPassed(false);
    setRefusal(null);
    if (against) setShut({ refusal: against, of: view });
    else setAsking(command);
  };
  const said = refusal ? why(refusal) : passed ? t('act.passed') : props.quiet && !shut ? null : reason;
  const look = props.look && props.look !== 'usual' ? props.look : '';
  return (
    <span class="act">
      <button
        type="button"
        class={`button ${look}`}
        aria-disabled={reason !== null || undefined}
        aria-busy={busy || undefined}
        aria-pressed={props.pressed}
        aria-describedby={said ? id : undefined}
        aria-label={props.describe}
        title={props.quiet && reason ? reason : undefined}
        onClick={({ detail }) => {
          // The second press of a double click would undo what the first has done.
          if (reason !== null || (props.pressed !== undefined && detail > 1)) return;
          if (props.confirm) void put(now);
          else void go(now);
        }}
      >
        {props.label}
      </button>
      {said && (
        <span id={id} class={`reason ${refusal ? 'no' : ''}`} role={refusal || passed ? 'alert' : undefined}>
          {said}
        </span>
      )}
      {barrier.kind === 'job' && !props.tight && <TakeJob job={barrier.job} />}
      {asking !== null && !gone && props.confirm && (
        <Confirm
          {...props.confirm}
          label={props.label}
          grave={props.look === 'grave'}
          onYes={() => void go(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </span>
  );
}

function TakeJob({ job }: { readonly job: Job }) {
  const { model, session } = useRoom();
  const view = useView();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (barrierOf(view, model.delegate, 'take-job').kind !== 'none') return null;
  return (
    <>
      <button
        type="button"
        class="button plain"
        onClick={async () => setRefusal(await session.command({ kind: 'take-job', job }))}
      >
        {t('job.take', { job: t(`job.${job}`) })}
      </button>
      <Refused refusal={refusal} inline />
    </>
  );
}

/** One sentence for a whole group of buttons that one thing stands before; nothing where there is no barrier. */
export function Barred({ kind }: { readonly kind: Command['kind'] }) {
  const { model } = useRoom();
  const reason = reasonOf(model, useView(), useBarrier(kind));
  return reason ? <p class="reason">{reason}</p> : null;
}

const ASK_AFTER_MS = 250;
/** A slow line holds nobody up before a question: the answer to the act itself says no as well, ms. */
const ASK_FOR_MS = 1_500;

/** Why not, if the server says so at once. */
async function askBriefly(session: Session, command: Command): Promise<Refusal | null> {
  const given = new AbortController();
  const late = new Promise<null>((done) => setTimeout(() => done(null), ASK_FOR_MS));
  const answer = await Promise.race([session.ask(command, given.signal), late]);
  given.abort();
  return answer?.code === 'too-fast' ? null : answer;
}

/** The server's answer to "might I?", asked anew when the command changes or what it is about; `undefined` until it has answered. */
export function useAsk(command: Command | null): Refusal | null | undefined {
  const { session } = useRoom();
  const [answer, setAnswer] = useState<Refusal | null | undefined>(undefined);
  const view = useView();
  const text = command ? JSON.stringify(command) : null;
  const last = useRef(text);
  last.current = text;
  useEffect(() => {
    if (text === null) return setAnswer(undefined);
    const given = new AbortController();
    const timer = setTimeout(async () => {
      const found = await session.ask(JSON.parse(text) as Command, given.signal);
      if (last.current === text && !given.signal.aborted) setAnswer(found);
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [
    session,
    text,
    view.clock.number,
    view.own,
    view.instruments,
    view.incidents,
    view.publishedEvidence,
    view.offers,
  ]);
  return answer;
}

/** The sky of this turn has been computed and is looked at. */
export const yearIsOver = ({ clock, turnsDone }: View): boolean =>
  clock.phase === 'resolution' && turnsDone.length >= clock.turn;

/** The name of a seat as this game has it. */
export function seatName(view: View, id: SeatId): string {
  const seat = view.seats.find((s) => s.id === id);
  return seat ? say(seat.name) : id;
}

/** A seat as it stands inside a sentence: the United States, Altair. */
export function theSeat(view: View, id: SeatId): string {
  const key = `seat.${t('seat.form')}.${id}`;
  return has(key) ? say({ key }) : seatName(view, id);
}

/** Several seats inside a sentence. */
export const theSeats = (view: View, ids: readonly SeatId[]): string => listed(ids.map((id) => theSeat(view, id)));

/** The emblem of a seat: a drawing on its colour, so that colour is never alone. */
export function Emblem({ id, big }: { readonly id: SeatId; readonly big?: boolean }) {
  const seat = useView().seats.find((s) => s.id === id);
  return <EmblemMark emblem={seat?.emblem ?? 'default'} colour={seat?.colour ?? '#dfe6ee'} big={big ?? false} />;
}

/** Emblem and name of a seat. */
export function SeatTag({ id }: { readonly id: SeatId }) {
  const view = useView();
  return (
    <span class="seat">
      <Emblem id={id} />
      <span>{seatName(view, id)}</span>
    </span>
  );
}

/** Emblems of several seats with their names for those who do not see them. */
export function Emblems({ ids }: { readonly ids: readonly SeatId[] }) {
  const view = useView();
  return (
    <span class="emblems">
      {ids.map((id) => (
        <Emblem key={id} id={id} />
      ))}
      {ids.length > 0 && <span class="unseen">{ids.map((id) => seatName(view, id)).join(', ')}</span>}
    </span>
  );
}
