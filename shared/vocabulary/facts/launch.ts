/** A launch: one or more batches that a seat has put into one of its shells. */
import type { ObjectId } from '../ids.ts';
import { words } from '../words.ts';
import type { FactHead, FactRule } from './fact.ts';

type Launch = FactHead & {
  readonly kind: 'launch';
  readonly objects: readonly ObjectId[];
  readonly batches: number;
  readonly altitudeKm: number;
  readonly registered: boolean;
  readonly notified: boolean;
  readonly passivated: boolean;
};

/** At home industry likes a launch that is not registered: points of approval. */
const INDUSTRY_APPROVAL = 1;

export const launch: FactRule<Launch> = {
  kind: 'launch',
  told: {},
  traces: (fact) => [
    {
      as: 'news',
      // Named by what was launched: the order's own name would say which slot it came from.
      id: `launch.${fact.objects[0]}`,
      words: words('news.launch', {
        seat: words(`seat.${fact.actor}`),
        count: fact.objects.length,
        altitudeKm: fact.altitudeKm,
        notified: fact.notified ? 'yes' : 'no',
        registered: fact.registered ? 'yes' : 'no',
      }),
      tone: 'calm',
    },
  ],
  counts: ({ batches, objects }) => ({ batches, launched: objects.length }),
  hides: ({ registered }) => !registered,
  approval: ({ registered }) => (registered ? 0 : INDUSTRY_APPROVAL),
};
