/** How the steps of a lesson are written. */
import { z } from 'zod';

const Numbered = { turn: z.number().int().positive() };
/**
 * What the learner must truly have done for a step of a lesson to end. `read`: pressed on. `opened`: the panel or stage is open.
 * `asked`: an offer that asks for a signature. `enough`: so many would sign that a text enters into force. `resolved`: the sky
 * of a year has come.
 */
const Until = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['read', 'said', 'tabled', 'asked', 'enough', 'pledged', 'in-force', 'stated']) }),
  z.strictObject({ kind: z.literal('opened'), panel: z.string() }),
  z.strictObject({ kind: z.literal('position'), dial: z.string() }),
  z.strictObject({ kind: z.literal('drafted'), order: z.string() }),
  z.strictObject({
    kind: z.literal('reached'),
    ...Numbered,
    phase: z.literal(['briefing', 'negotiation', 'seal', 'resolution', 'epilogue', 'debrief']),
  }),
  z.strictObject({ kind: z.literal('resolved'), ...Numbered }),
  z.strictObject({ kind: z.literal('revealed'), step: z.string() }),
]);
export type Until = z.infer<typeof Until>;
/** `panel`: where it is done; the step offers to open it. Its words are `lesson.<id>` and `lesson.<id>.title`. */
export const LessonStep = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  panel: z.string().optional(),
  until: Until,
});
export type LessonStep = z.infer<typeof LessonStep>;
