/** An old object breaks up: one of several, with as many pieces and for such a cause as is drawn. The cause is hidden. */
import { z } from 'zod';
import { draw, keyOf } from '../orbits/table/chance.ts';
import { SeatLetters } from '../vocabulary/bounds.ts';
import { BREAKUP_CAUSES, type BreakupCause, words } from '../vocabulary/index.ts';
import { type BreakUp, CARD_ALONE, type EffectRule, type Event } from './effect.ts';

const schema = z.strictObject({
  kind: z.literal('breakup'),
  /** `altitudeKm`: mean of perigee and apogee in the starting catalogue */
  candidates: z.array(z.strictObject({ object: z.number().int(), altitudeKm: z.number(), owner: SeatLetters })).min(1),
  pieces: z.number().int(),
  spread: z.number().int(),
  /** weights by which the true cause is drawn: hidden, and no part of what readers may assume */
  truth: z.partialRecord(z.enum(BREAKUP_CAUSES), z.number().positive()),
});
type Breakup = z.infer<typeof schema>;

const drawOf = ({ seed, id }: Event, purpose: string): number => draw(keyOf(seed), purpose, id);

/** What it truly is, by the weights. */
function causeOf({ truth }: Breakup, event: Event): BreakupCause {
  const weights = BREAKUP_CAUSES.map((cause) => truth[cause] ?? 0);
  let left = drawOf(event, 'inject-truth') * weights.reduce((a, b) => a + b, 0);
  const drawn = BREAKUP_CAUSES.find((_, i) => {
    left -= weights[i]!;
    return left < 0;
  });
  return drawn ?? BREAKUP_CAUSES[0];
}

/** What was drawn, once it is: `pieces` give or take `spread`. */
function whatBroke(effect: Breakup, event: Event): BreakUp | null {
  const candidate = event.candidate === null ? undefined : effect.candidates[event.candidate];
  if (!candidate) return null;
  const tracked = Math.round(effect.pieces + effect.spread * (2 * drawOf(event, 'inject-pieces') - 1));
  return { ...candidate, tracked, cause: causeOf(effect, event) };
}

export const breakup: EffectRule<Breakup> = {
  ...CARD_ALONE,
  kind: 'breakup',
  schema,
  named: ({ candidates }) => ({
    seats: candidates.map(({ owner }, i) => [['candidates', i, 'owner'], owner]),
    objects: candidates.map(({ object }, i) => [['candidates', i, 'object'], object]),
  }),
  tone: 'warn',
  /** The candidate that was drawn, or the next one that the game has not brought down or broken; the drawn one where none is left. */
  draw: ({ candidates }, event, isGone) => {
    const drawn = Math.floor(drawOf(event, 'inject-candidate') * candidates.length);
    const inTurn = candidates.map((_, i) => (drawn + i) % candidates.length);
    return inTurn.find((i) => !isGone(candidates[i]!.object)) ?? drawn;
  },
  told: (effect, event) => {
    const broke = whatBroke(effect, event);
    return broke ? { params: { object: words(`scenario.object.${broke.object}`), turn: event.turn } } : {};
  },
  owner: {
    of: (effect, event) => whatBroke(effect, event)?.owner ?? null,
    endings: ({ truth }) => (truth.impact ? ['.impact'] : []),
    told: (effect, event) => (whatBroke(effect, event)?.cause === 'impact' ? { ending: '.impact' } : {}),
  },
  fire: (effect, event, hands) => hands.breakUp(whatBroke(effect, event)!),
  withdraw: (_effect, _event, hands) => hands.undoBreakUp(),
  inYear: (effect, event) => {
    const broke = whatBroke(effect, event);
    return broke ? { breakUp: broke } : {};
  },
};
