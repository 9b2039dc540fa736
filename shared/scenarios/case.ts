/**
 * What makes a scenario a case that people remember: a sentence to tell a friend (`breath`), what the wall shows before any rule (`hook`),
 * what turns everything round (`screw`), four lines for each delegation, and a card in turn 1 that only it reads.
 */
import type { Fault } from './fault.ts';
import type { Scenario, SeatSpec } from './schema.ts';

/** Words of the case itself, as keys of its texts. */
const CASE_WORDS = ['breath', 'hook', 'screw'] as const;
export type CaseWord = (typeof CASE_WORDS)[number];
/** What each delegation knows of itself in four lines, as keys below `lines.<seat>`. */
export const LINES = ['want', 'fear', 'secret', 'first'] as const;

/** Keys of the four lines of a seat, in their order. */
export const lineKeys = (seat: string): string[] => LINES.map((line) => `lines.${seat}.${line}`);

/** Whether a scenario has the words of a case: a lesson has none. */
export const isCase = (s: Pick<Scenario, 'languages' | 'text'>): boolean =>
  s.languages.every((language) => CASE_WORDS.every((key) => s.text[language]?.[key]));

/** What a scenario lacks to be a case. A lesson is none. */
export function caseFaults(s: Scenario): Fault[] {
  if (s.lesson) return [];
  const keys = [...CASE_WORDS, ...s.seats.flatMap(({ id }) => lineKeys(id))];
  return [
    ...s.languages.flatMap((language) =>
      keys
        .filter((key) => !s.text[language]?.[key])
        .map((key) => ({ path: ['text', language, key], reason: 'there is no text' })),
    ),
    ...s.seats.flatMap((seat, i) =>
      hasFirstCard(s, seat) ? [] : [{ path: ['seats', i, 'id'], reason: `${seat.id} has no private card in turn 1` }],
    ),
  ];
}

const hasFirstCard = ({ injects }: Scenario, { id, strike }: SeatSpec): boolean =>
  injects.some(({ turn, to }) => turn === 1 && (to === id || (to === 'strikers' && strike)));
