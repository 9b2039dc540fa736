/** A lesson: steps of a scenario for one person, each of which ends when the learner has truly done it. */
import type { LessonStep, Until } from '../../scenarios/lesson.ts';
import { keepingOf } from '../../terms/index.ts';
import { PHASES, words } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';
import type { View } from '../view/view-shape.ts';
import type { LessonView } from './lesson-shape.ts';

const viewOf = ({ id, panel, until }: LessonStep): LessonView => ({
  id,
  panel: panel ?? null,
  until,
  title: words(`scenario.lesson.${id}.title`),
  words: words(`scenario.lesson.${id}`),
});

/** The lesson of a game that one person plays alone at the learner's seat, for that seat; else null. */
export function lessonFor({ scenario, solo }: State, seat: string | null): readonly LessonView[] | null {
  const { lesson } = scenario;
  return lesson && solo && seat === solo.seat && seat === lesson.seat ? lesson.steps.map(viewOf) : null;
}

type Own = NonNullable<View['own']>;
type Test<U> = (until: U, view: View, own: Own, open: string) => boolean;

/** For each kind of step, whether it has been done. */
const DONE: { readonly [K in Until['kind']]: Test<Extract<Until, { kind: K }>> } = {
  read: () => false,
  opened: ({ panel }, _view, _own, open) => open === panel,
  said: (_until, { press }, { seat }) => press.some((m) => m.from === seat),
  position: ({ dial }, { seats }, { seat }) => {
    const positions: Readonly<Record<string, unknown>> = seats.find((s) => s.id === seat)?.positions ?? {};
    return (positions[dial] ?? null) !== null;
  },
  tabled: (_until, { instruments }, { seat }) => instruments.some((text) => text.tabledBy === seat),
  asked: (_until, { offers }, { seat }) =>
    offers.some((o) => o.from === seat && o.get.some((term) => keepingOf(term, seat).how === 'name')),
  pledged: (_until, { instruments }, { seat }) =>
    instruments.some((text) => seat in text.pledges || text.signatures.some((s) => s.seat === seat)),
  enough: (_until, { instruments }) =>
    instruments.some((text) => Math.max(text.wouldSign.length, text.signatures.length) >= text.needs),
  'in-force': (_until, { instruments }, { seat }) =>
    instruments.some((text) => text.status === 'in-force' && text.signatures.some((s) => s.seat === seat)),
  stated: (_until, { incidents }, { seat }) =>
    incidents.some((incident) => incident.statements.some((s) => s.seat === seat)),
  drafted: ({ order: kind }, _view, { drafts, orders }) =>
    [...Object.values(drafts), ...orders].some(({ order }) => order.kind === kind),
  reached: ({ phase, turn }, { clock }) =>
    clock.turn > turn || (clock.turn === turn && PHASES.indexOf(clock.phase) >= PHASES.indexOf(phase)),
  resolved: ({ turn }, { turnsDone }) => turnsDone.length >= turn,
  revealed: ({ step: wanted }, { revealed }) => revealed.some((step) => step === wanted),
};

/**
 * Whether what a step waits for has been done, read from the learner's own view.
 * @param open the panel or stage that is open on the learner's screen
 */
export function isDone(until: Until, view: View, open: string): boolean {
  // The map proves that each test fits its own kind; looking one up at run time loses that link.
  const test = DONE[until.kind] as Test<Until>;
  return view.own !== null && test(until, view, view.own, open);
}
