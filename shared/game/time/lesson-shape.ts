/** A lesson's step as its learner reads it. */
import type { Until } from '../../scenarios/lesson.ts';
import type { Words } from '../../vocabulary/index.ts';

/** A step as the learner reads it. `panel`: where it is done, null: anywhere. */
export type LessonView = {
  readonly id: string;
  readonly panel: string | null;
  readonly until: Until;
  readonly title: Words;
  readonly words: Words;
};
