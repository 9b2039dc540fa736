/** Every kind of offer term: what offers give and get. A new term is a file, a line here, and words. */
import { z } from 'zod';
import type { SeatId, Words } from '../vocabulary/index.ts';
import { credits } from './credits.ts';
import { dial } from './dial.ts';
import { fund } from './fund.ts';
import { noStrike } from './no-strike.ts';
import { shareData } from './share-data.ts';
import { sign } from './sign.ts';
import type { Keeping, Seen, TermRule } from './term.ts';

/** In the order in which forms show them. */
const all = { credits, sign, 'no-strike': noStrike, 'share-data': shareData, fund, dial };

type Given<R> = R extends TermRule<infer T> ? T : never;
/** One promise in an offer. */
export type OfferTerm = Given<(typeof all)[keyof typeof all]>;
type TermKind = keyof typeof all;
export const TERM_KINDS = Object.keys(all) as TermKind[];

/** A rule seen from outside: it only ever gets terms of its own kind. */
export const ruleOf = ({ kind }: Pick<OfferTerm, 'kind'>): TermRule<OfferTerm> =>
  all[kind] as unknown as TermRule<OfferTerm>;

const shapes = TERM_KINDS.map((kind) => z.strictObject({ kind: z.literal(kind), ...all[kind].shape }));
/** The terms of one side of an offer as a command brings them. */
export const Terms = z.array(z.discriminatedUnion('kind', shapes as never)).max(6) as unknown as z.ZodType<
  readonly OfferTerm[]
>;

/** Credits that change hands when the offer is accepted. */
export const creditsIn = (terms: readonly OfferTerm[]): number =>
  terms.reduce((sum, term) => sum + ruleOf(term).paysNow(term), 0);

/** What a term asks of the seat that gives it to seat `to`. */
export const keepingOf = (term: OfferTerm, to: SeatId): Keeping => ruleOf(term).keeping(term, to);

/** What a term is worth to the side that gets it, in own points, as far as a bot can tell. */
export const worthOf = (term: OfferTerm): number => ruleOf(term).worth(term);

/** One promised term, as a sentence. */
export const termWords = (seen: Seen, term: OfferTerm): Words => ruleOf(term).words(term, seen);

/** A term as a command brings it, without what the program added. */
export const bare = (term: OfferTerm): unknown =>
  Object.fromEntries(['kind', ...Object.keys(ruleOf(term).shape)].map((name) => [name, term[name as 'kind']]));
