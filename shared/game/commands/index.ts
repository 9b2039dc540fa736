/** Every command by its kind. A new command is a file, a line here, and words. */
import { accuse } from './accuse.ts';
import { actFor } from './act-for.ts';
import { actOnText } from './act-on-text.ts';
import { allowOverrun } from './allow-overrun.ts';
import { answerOffer } from './answer-offer.ts';
import { answerQuestion } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { beginSession } from './begin-session.ts';
import { broadcast } from './broadcast.ts';
import { clearOrder } from './clear-order.ts';
import { close } from './close.ts';
import { compared } from './compared.ts';
import { confirmOrder } from './confirm-order.ts';
import type { AnyRule, Deed, DeedRule, Logged, Shape } from './deed.ts';
import { draftOrder } from './draft-order.ts';
import { editInject } from './edit-inject.ts';
import { endPhase } from './end-phase.ts';
import { expire } from './expire.ts';
import { extend } from './extend.ts';
import { fireInject } from './fire-inject.ts';
import { giveJob } from './give-job.ts';
import { goBack } from './go-back.ts';
import { halted } from './halted.ts';
import { hideMessage } from './hide-message.ts';
import { hideMoment } from './hide-moment.ts';
import { holdSeat } from './hold-seat.ts';
import { join } from './join.ts';
import { lengthen } from './lengthen.ts';
import { mute } from './mute.ts';
import { offer } from './offer.ts';
import { openDebrief } from './open-debrief.ts';
import { outage } from './outage.ts';
import { pause } from './pause.ts';
import { present } from './present.ts';
import { publishEvidence } from './publish-evidence.ts';
import { readCalls } from './read-calls.ts';
import { ready } from './ready.ts';
import { removeDelegate } from './remove-delegate.ts';
import { reply } from './reply.ts';
import { resolved } from './resolved.ts';
import { restoreInject } from './restore-inject.ts';
import { resume } from './resume.ts';
import { reveal } from './reveal.ts';
import { say } from './say.ts';
import { setBoldBots } from './set-bold-bots.ts';
import { setBot } from './set-bot.ts';
import { setDial } from './set-dial.ts';
import { setNames } from './set-names.ts';
import { shareEvidence } from './share-evidence.ts';
import { shorten } from './shorten.ts';
import { showCounterfactual } from './show-counterfactual.ts';
import { showMessage } from './show-message.ts';
import { showMoment } from './show-moment.ts';
import { showOnWall } from './show-on-wall.ts';
import { skipInject } from './skip-inject.ts';
import { start } from './start.ts';
import { stateIncident } from './state-incident.ts';
import { swapSeats } from './swap-seats.ts';
import { swapWeights } from './swap-weights.ts';
import { table } from './table.ts';
import { takeJob } from './take-job.ts';
import { tryAgain } from './try-again.ts';
import { unreveal } from './unreveal.ts';
import { upgraded } from './upgraded.ts';
import { waiveQuestion } from './waive-question.ts';
import { withdrawInject } from './withdraw-inject.ts';
import { withdrawOffer } from './withdraw-offer.ts';

type OneRule = Pick<DeedRule<string, Shape, boolean>, 'kind' | 'shape' | 'forSeat'>;
type ByKind<R extends OneRule> = { readonly [One in R as One['kind']]: One };
const byKind = <R extends OneRule[]>(...rules: R): ByKind<R[number]> =>
  Object.fromEntries(rules.map((rule) => [rule.kind, rule])) as ByKind<R[number]>;

const deeds = byKind(
  join,
  takeJob,
  giveJob,
  answerQuestion,
  say,
  draftOrder,
  clearOrder,
  confirmOrder,
  ready,
  setDial,
  table,
  actOnText,
  offer,
  answerOffer,
  withdrawOffer,
  stateIncident,
  accuse,
  publishEvidence,
  shareEvidence,
  swapWeights,
  setNames,
  setBoldBots,
  swapSeats,
  askQuestion,
  waiveQuestion,
  setBot,
  holdSeat,
  showOnWall,
  beginSession,
  start,
  pause,
  resume,
  extend,
  endPhase,
  goBack,
  tryAgain,
  shorten,
  lengthen,
  allowOverrun,
  broadcast,
  reply,
  readCalls,
  hideMessage,
  showMessage,
  mute,
  removeDelegate,
  fireInject,
  withdrawInject,
  skipInject,
  restoreInject,
  editInject,
  openDebrief,
  reveal,
  unreveal,
  compared,
  showCounterfactual,
  showMoment,
  hideMoment,
  close,
  expire,
  present,
  resolved,
  halted,
  outage,
  upgraded,
);

/** A rule seen from outside: it only ever gets commands of its own kind. */
const open = <K extends string>(rules: Readonly<Record<K, OneRule>>) =>
  rules as unknown as Readonly<Record<K, AnyRule>>;

/** The list of commands, and the one that does another for a seat. */
const all = { ...deeds, 'act-for': actFor(open(deeds)) };

type Given<R> = R extends DeedRule<infer K, infer S, boolean> ? Deed<K, S> : never;
/** What can be done, and what of the game it is about (meaning.ts). */
export type Command = Given<(typeof all)[keyof typeof all]>;
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
/** What a seat does at the table. Words aside, a facilitator can do it for the seat. */
export type SeatCommand = Given<Extract<(typeof deeds)[keyof typeof deeds], { forSeat: true }>>;
/** An entry of the log. */
export type Entry<C = Command> = Logged<C>;

export const commands: Readonly<Record<CommandKind, AnyRule>> = open(all);
export const COMMAND_KINDS = Object.keys(all) as CommandKind[];
