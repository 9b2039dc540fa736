/** Facts as sentences, for the debrief's truth. */
import type { View } from '../../shared/game/view-shape.ts';
import type { Fact } from '../../shared/vocabulary/index.ts';
import { t } from '../text.ts';
import { seatName } from './room.tsx';

/** Facts that tell a story; the rest is book-keeping that the export holds. */
const TOLD: ReadonlySet<Fact['kind']> = new Set([
  'launch',
  'intercept-test',
  'destructive-intercept',
  'breakup',
  'collision',
  'removal',
  'crew-shelter',
  'data-sharing',
]);

/** Whether a fact is shown in the debrief. */
export const isTold = (fact: Fact): boolean => TOLD.has(fact.kind);

/** One fact as a sentence. */
export function factText(view: View, fact: Fact): string {
  const who = fact.actor ? seatName(view, fact.actor) : t('fact.nobody');
  const own: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fact))
    if (typeof value === 'number' || typeof value === 'string') own[name] = value;
    else if (typeof value === 'boolean') own[name] = value ? 'yes' : 'no';
    else if (Array.isArray(value)) own[name] = value.length;
  if (fact.kind === 'breakup') {
    own.cause = t(`cause.${fact.cause}`);
    own.owner = fact.owner ? seatName(view, fact.owner) : t('fact.nobody');
  }
  if ('altitudeKm' in fact) own.altitudeKm = Math.round(fact.altitudeKm);
  return t(`fact.${fact.kind}`, { ...own, who });
}
