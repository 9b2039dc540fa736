/** A notice that a seat gave of what it was about to do. */
import { words } from '../words.ts';
import type { FactHead, FactRule } from './fact.ts';

type Notification = FactHead & { readonly kind: 'notification'; readonly subject: 'launch' | 'strike' };

export const notification: FactRule<Notification> = {
  kind: 'notification',
  // Of a launch its own news says whether notice was given.
  traces: ({ subject, actor }) =>
    subject === 'strike' && actor
      ? [
          {
            as: 'news',
            id: `notice.${actor}`,
            words: words('news.notice', { seat: words(`seat.${actor}`) }),
            tone: 'warn',
          },
        ]
      : [],
  announces: ({ subject }) => subject === 'strike',
};
