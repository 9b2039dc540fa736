/**
 * viewFor: the one door. All that a viewer may know, and what it may do next; nothing else but skyFor's bytes leaves the server.
 *
 * Every number here is public, the viewer's own, or opened at the debrief. A new field of the state is not seen by anybody
 * until a line here or in view/ lets it through.
 */

import { DIALS } from '../../clauses/text.ts';
import { K_PER_CREDIT, type PhaseName, type RevealStep, refuse, words } from '../../vocabulary/index.ts';
import type { Seen } from '../commands/deed.ts';
import { COMMAND_KINDS, commands } from '../commands/index.ts';
import { isFor, isHeld, timing } from '../commands.ts';

import type { Evidence } from '../incident.ts';
import type { Viewer } from '../roles.ts';
import { overlayVersion } from '../sight/overlay/overlay.ts';
import { publishedPicture } from '../sight/pictures.ts';
import type { Game, State } from '../state.ts';
import { lessonFor } from '../time/lesson.ts';
import { bellOf } from './bell.ts';
import { caseWord } from './brief.ts';
import { debrief } from './debrief.ts';
import { facilitatorDesk } from './desk.ts';
import { ownSeat } from './own-seat.ts';
import { paperSince } from './paper-since.ts';
import {
  dialView,
  instrumentView,
  publicIncident,
  publicSummary,
  seatCard,
  together,
  withoutSharing,
} from './public.ts';
import type { View } from './view-shape.ts';

/** Phases in which the next 25 years are on the wall. */
const LATER: readonly PhaseName[] = ['epilogue', 'debrief', 'closed'];

/** The same for everybody. */
const ABOUT: View['about'] = Object.fromEntries(
  COMMAND_KINDS.filter((kind) => commands[kind].about.length > 0).map((kind) => [kind, commands[kind].about]),
);

const HEARD = Object.fromEntries(
  COMMAND_KINDS.map((kind) => [kind, typeof commands[kind].heard === 'string' ? commands[kind].heard : 'to']),
) as View['heard'];

/**
 * The view of one viewer. Two games equal in everything the viewer may know give the same view.
 * @param revealed steps of the debrief the facilitator has opened
 */
export function viewFor(game: Game, viewer: Viewer, revealed: readonly RevealStep[] = game.state.revealed): View {
  const { state } = game;
  const { scenario } = state;
  const seat = viewer.kind === 'seat' ? viewer.seat : null;
  const desk = viewer.kind === 'facilitator';
  const press = pressFor(state, viewer);
  const news = state.news.filter((n) => desk || n.to === null || (seat !== null && n.to.includes(seat)));
  const mine = (e: Evidence): boolean => e.holder === seat || (seat !== null && e.sharedWith.includes(seat));
  const delegates = Object.fromEntries(
    Object.entries(state.delegates).map(([id, d]) => [
      id,
      { seat: d.seat, name: d.name, present: d.present, muted: d.muted },
    ]),
  );
  const instruments = state.instruments.map((text) => instrumentView(state, text, seat));
  const offers = state.offers.filter((o) => desk || o.from === seat || o.to === seat);
  const incidents = state.incidents.map(publicIncident);
  const own = seat === null ? null : ownSeat(game, seat);
  const opened = debrief(game, revealed, desk || state.clock.phase === 'closed');
  return {
    viewer,
    title: words('scenario.title'),
    breath: caseWord(scenario, 'breath'),
    names: state.names,
    solo: state.solo,
    wall: state.wall,
    halted: state.halt?.why ?? null,
    clock: state.clock,
    seconds: scenario.seconds as Readonly<Record<string, number>>,
    turns: scenario.turns,
    lesson: lessonFor(state, seat),
    seats: scenario.seats.map((spec) => seatCard(state, spec.id)),
    delegates,
    dials: DIALS.map((dial) => dialView(state, dial)),
    instruments,
    paperSince: paperSince(state),
    bell: bellOf(state, seat),
    offers,
    press,
    incidents,
    publishedEvidence: state.evidence.filter((e) => e.published && !mine(e)).map(withoutSharing),
    publishedTogether: together(state, (incident) => publishedPicture(state, incident, state.clock.turn)),
    provedAt: scenario.incidents.provedAt,
    clearedStanding: scenario.incidents.clearedStanding,
    findings: state.findings,
    news,
    fund: {
      open: state.fund.open,
      met: state.fund.met,
      thresholdK: scenario.fund.thresholdCredits * K_PER_CREDIT,
      balanceK: state.fund.balanceK,
    },
    turnsDone: state.turnsDone.map(publicSummary),
    startSky: state.startSkyHash,
    overlay: overlayVersion(state, viewer),
    own,
    desk: desk ? facilitatorDesk(game) : null,
    revealed,
    epilogue: LATER.includes(state.clock.phase) ? (state.results?.epilogue ?? null) : null,
    epilogueAssumed: LATER.includes(state.clock.phase) ? words('epilogue.assumed', scenario.epilogue) : null,
    debrief: opened,
    may: may(state, viewer, { instruments, offers, incidents, own }),
    about: ABOUT,
    heard: HEARD,
    texts: textsOf(state, desk, { delegates, news, debrief: opened, press }),
  };
}

/** What was seen of a game by one viewer. */
export type SeenBefore = { readonly game: Game; readonly view: View };

/**
 * `viewFor` of a game that was seen before, quicker where since then only something was said: most of what people do is to talk, and
 * all the rest of the view is then the one there was, each part by its reference.
 */
export function viewAfter(before: SeenBefore | null, game: Game, viewer: Viewer): View {
  if (!before || !onlyTalked(before.game, game)) return viewFor(game, viewer);
  const press = pressFor(game.state, viewer);
  return {
    ...before.view,
    press,
    texts: textsOf(game.state, viewer.kind === 'facilitator', { ...before.view, press }),
  };
}

/** Fields of the state of which a view shows `press` and `texts`, and nothing else. */
const TALK: ReadonlySet<string> = new Set<keyof State>(['press', 'recent']);

function onlyTalked(before: Game, after: Game): boolean {
  if (before.sky !== after.sky) return false;
  const [from, to] = [before.state, after.state];
  const fields = Object.keys(to) as (keyof State)[];
  return (
    fields.length === Object.keys(from).length && fields.every((field) => TALK.has(field) || from[field] === to[field])
  );
}

const pressFor = (state: State, viewer: Viewer): View['press'] =>
  state.press.filter(
    (m) =>
      viewer.kind === 'facilitator' ||
      (!m.hidden &&
        (m.to === 'plenary' ||
          m.to === 'all' ||
          (viewer.kind === 'seat' && (m.to === viewer.seat || m.from === viewer.seat)))),
  );

/** The ids of all words that people typed and a view shows. */
const textsOf = (
  state: State,
  desk: boolean,
  { delegates, news, debrief: { moment }, press }: Pick<View, 'delegates' | 'news' | 'debrief' | 'press'>,
): View['texts'] => [
  ...Object.values(delegates).flatMap((d) => d.name ?? []),
  ...[...news, ...(moment?.news ?? [])].flatMap((n) => n.text ?? []),
  ...(desk ? state.injects.flatMap((i) => i.text ?? []) : []),
  // What comes most often stands last: a list that only grows is told by what it grew by.
  ...press.map((m) => m.id),
];

/** @param seen what the viewer sees of what people deal over */
function may(state: State, viewer: Viewer, seen: Seen): View['may'] {
  const roles = {
    seat: 'delegate',
    facilitator: 'facilitator',
    guest: 'guest',
    projector: null,
    spectator: null,
  } as const;
  const role = roles[viewer.kind];
  const seat = viewer.kind === 'seat' ? viewer.seat : null;
  const out: { -readonly [K in keyof View['may']]: View['may'][K] } = {};
  if (role)
    for (const kind of COMMAND_KINDS)
      if (isFor(state, role, kind)) {
        const { job, theme, can } = commands[kind];
        out[kind] = {
          refusal: timing(state, kind) ?? (seat !== null && isHeld(state, seat, kind) ? refuse('seat-held') : null),
          job: typeof job === 'function' ? null : job,
          ...(seat !== null && theme && can ? { listed: { theme, idle: !can(seen, seat) } } : {}),
        };
      }
  return out;
}
