/** What a year has to tell, from public facts alone: each story with the words that fill its headline and the facts beneath it. */
import { articlesOf, effectOf } from '../clauses/articles.ts';
import type { InstrumentView, View } from '../game/view/view-shape.ts';
import { type SeatId, type Words, words } from '../vocabulary/index.ts';
import { SMALL_PIECES, STORIES, type StoryKind } from './templates.ts';

/** The part of a view that is the same for everybody at every moment: nothing else is ever printed. */
export type PublicFacts = Pick<
  View,
  'clock' | 'news' | 'incidents' | 'instruments' | 'press' | 'turnsDone' | 'seats' | 'turns'
>;

export type Story = {
  readonly kind: StoryKind;
  /** what fills the headline */
  readonly params: NonNullable<Words['params']>;
  /** what happened, in whole sentences */
  readonly facts: readonly Words[];
  /** delegations that it is about */
  readonly seats: readonly SeatId[];
};

/** The break-up that the year's picture shows. */
export type Plate = { readonly tracked: number; readonly altitudeKm: number; readonly month: number };

type Told = { readonly key: string; readonly params: NonNullable<Words['params']>; readonly words: Words };
type Burst = Plate & { readonly kind: 'strike' | 'strike-unknown' | 'collision' | 'explosion'; readonly told: Told };

const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
const seatName = (seat: SeatId): Words => words(`seat.${seat}`);
/** The seat whose name stands in a sentence of the news. */
const seatIn = (value: unknown): SeatId => (value as Words).key.replace(/^seat\./, '');
const BURSTS: Readonly<Record<string, Burst['kind']>> = {
  'news.strike': 'strike',
  'news.strike-unknown': 'strike-unknown',
  'news.collision': 'collision',
  'news.explosion': 'explosion',
};

/** Break-ups of a turn that all know of, the largest first: those that were told, and those of a card, which stand as incidents alone. */
export function burstsOf({ news, incidents }: PublicFacts, turn: number): readonly Burst[] {
  const told = publicNews(news, turn);
  const heard = told.flatMap(({ id, month, words: said }) => {
    const kind = BURSTS[said.key];
    return kind ? [{ id, ...burst(kind, month, said) }] : [];
  });
  const onCards = incidents
    .filter((i) => i.turn === turn && !heard.some(({ id }) => id === `n${turn}.${i.id}`))
    .map((i) =>
      burst('explosion', i.month, words('news.explosion', { altitudeKm: i.altitudeKm, tracked: i.trackedPublic })),
    );
  return [...heard, ...onCards].sort((a, b) => b.tracked - a.tracked);
}

/** Whether a break-up is known to all as a missile's doing. */
export const isTest = ({ kind }: Burst): boolean => kind === 'strike' || kind === 'strike-unknown';

function burst(kind: Burst['kind'], month: number, { key, params = {} }: Words): Burst {
  const [tracked, altitudeKm] = [num(params.tracked), Math.round(num(params.altitudeKm))];
  const whole = { ...params, altitudeKm };
  return { kind, month, tracked, altitudeKm, told: { key, params: whole, words: words(key, whole) } };
}

const publicNews = (news: PublicFacts['news'], turn: number): PublicFacts['news'] =>
  news.filter((n) => n.to === null && n.turn === turn && !n.withdrawn);

/** Every story of a turn that is done, one of a kind, the weightiest first. */
export function storiesOf(facts: PublicFacts, turn: number): readonly Story[] {
  const all = [
    ...ofBursts(facts, turn),
    ...ofNews(facts, turn),
    ...ofTexts(facts, turn),
    ...ofWords(facts, turn),
    ...ofEveryYear(facts, turn),
  ];
  return mergedByKind(all).sort((a, b) => STORIES[b.kind].weight - STORIES[a.kind].weight);
}

/** Kinds of which several are another headline: it counts them. */
const SEVERAL: Readonly<Partial<Record<StoryKind, StoryKind>>> = { tabled: 'tabled-many', consult: 'consult-many' };

/** Stories of one kind are one story: the first gives the headline, the facts of all stand beneath it. */
function mergedByKind(all: readonly Story[]): Story[] {
  const byKind = Map.groupBy(all, ({ kind }) => kind);
  return [...byKind].map(([kind, same]) => {
    const several = same.length > 1 ? SEVERAL[kind] : undefined;
    return {
      kind: several ?? kind,
      params: several ? { count: same.length } : same[0]!.params,
      facts: same.flatMap((one) => one.facts),
      seats: [...new Set(same.flatMap((one) => one.seats))],
    };
  });
}

const story = (
  kind: StoryKind,
  params: Story['params'],
  facts: readonly Words[],
  seats: readonly SeatId[] = [],
): Story => ({ kind, params, facts, seats });

function ofBursts(facts: PublicFacts, turn: number): readonly Story[] {
  const all = burstsOf(facts, turn);
  const tests = all.filter(isTest);
  const others = all.filter((one) => !isTest(one));
  const large = others.filter((one) => one.tracked >= SMALL_PIECES);
  const small = others.filter((one) => one.tracked < SMALL_PIECES);
  const tracked = (some: readonly Burst[]): number => some.reduce((sum, one) => sum + one.tracked, 0);
  const makers = tests.flatMap(({ told }) => (told.params.seat ? [seatIn(told.params.seat)] : []));
  const out = large.map(({ kind, told }) => story(kind, told.params, [told.words]));
  if (tests.length > 1)
    out.push(
      story(
        'strikes',
        { count: tests.length, tracked: tracked(tests) },
        tests.map((one) => one.told.words),
        makers,
      ),
    );
  else out.push(...tests.map(({ kind, told }) => story(kind, told.params, [told.words], makers)));
  if (small.length > 0) {
    const params = { count: small.length, tracked: tracked(small) };
    out.push(story('small', params, [words('press.fact.small', params)]));
  }
  if (all.length === 0) out.push(story('quiet', {}, [words('press.fact.quiet')]));
  return out;
}

/** Kinds of stories that one sentence of the news is. */
const TOLD: Readonly<Record<string, StoryKind>> = {
  'news.finding.maker': 'maker',
  'news.breach': 'breach',
  'news.left': 'left',
  'news.shelter': 'shelter',
  'news.shelter-cloud': 'shelter',
  'news.silent': 'silent',
  'news.finding': 'finding',
  'news.finding.turned': 'turned',
  'news.fund-met': 'fund-met',
  'news.fund-returned': 'fund-returned',
  'news.unratified': 'unratified',
  'news.notice': 'test-notice',
};

function ofNews({ news }: PublicFacts, turn: number): readonly Story[] {
  return publicNews(news, turn).flatMap(({ words: said }) => {
    const { key, params = {} } = said;
    const seats = params.seat ? [seatIn(params.seat)] : [];
    if (key === 'news.launch' && params.registered === 'no')
      return [story('unregistered', { seat: params.seat!, count: params.count! }, [said], seats)];
    const kind = TOLD[key];
    return kind ? [story(kind, params, [said], seats)] : [];
  });
}

/** The lowest height above which a text forbids tests; null: it does not. */
const bansAbove = (text: InstrumentView): number | null =>
  articlesOf(text.values).reduce<number | null>(
    (floor, article) => floor ?? effectOf(article).noTestsAboveKm ?? null,
    null,
  );

function ofTexts({ instruments, news }: PublicFacts, turn: number): readonly Story[] {
  const told = publicNews(news, turn);
  return instruments.flatMap((text): Story[] => {
    const { number } = text;
    const fresh = text.signatures.filter((s) => s.turn === turn).map((s) => s.seat);
    const names = text.signatures.filter((s) => s.turn <= turn).map((s) => s.seat);
    const out: Story[] = [];
    const inForce = told.find((n) => n.words.key === 'news.in-force' && n.words.params?.number === number);
    if (inForce) {
      const floorKm = bansAbove(text);
      const params = { number, count: num(inForce.words.params?.count) };
      const replaced = told.filter((n) => n.words.key === 'news.replaced').map((n) => n.words);
      const said = [inForce.words, ...text.sentences.map((sentence) => sentence.words), ...replaced];
      out.push(
        floorKm === null ? story('in-force', params, said, names) : story('ban', { ...params, floorKm }, said, names),
      );
    } else if (fresh.length > 0) out.push(...signedIn(text, turn, fresh, names));
    if (text.blockedIn === turn)
      for (const seat of Object.keys(text.blocks)) out.push(aboutText('block', seat, number));
    for (const [seat, given] of Object.entries(text.notices))
      if (given === turn) out.push(aboutText('notice-given', seat, number));
    if (text.tabledTurn === turn) out.push(aboutText('tabled', text.tabledBy, number));
    return out;
  });
}

const aboutText = (kind: 'block' | 'notice-given' | 'tabled' | 'joined', seat: SeatId, number: number): Story => {
  const params = { seat: seatName(seat), number };
  return story(kind, params, [words(`press.fact.${kind}`, params)], [seat]);
};

/** New names under a text: it was in force already, has been adopted by consensus, lacks one name, or more. */
function signedIn(
  { number, needs, adopts, inForceSince, status }: InstrumentView,
  turn: number,
  fresh: readonly SeatId[],
  names: readonly SeatId[],
): readonly Story[] {
  if (inForceSince !== null && inForceSince < turn) return fresh.map((seat) => aboutText('joined', seat, number));
  const params = { number, count: names.length, needs };
  const said = [words('press.fact.signed', params)];
  if (adopts && status !== 'tabled' && fresh.length === names.length)
    return [story('adopted', { number }, said, names)];
  return [story(names.length === needs - 1 ? 'one-short' : 'signed', params, said, names)];
}

/** What was said in public of break-ups. */
function ofWords({ incidents }: PublicFacts, turn: number): readonly Story[] {
  return incidents.flatMap(({ statements }) =>
    statements
      .filter((s) => s.turn === turn)
      .map((s): Story => {
        const seat = seatName(s.seat);
        if (s.kind === 'accuse') {
          const params = { seat, of: seatName(s.of), cause: words(`cause.${s.cause}`) };
          return story('accused', params, [words('press.fact.accused', params)], [s.seat, s.of]);
        }
        const kind = ({ admit: 'admitted', deny: 'denied', consult: 'consult' } as const)[s.kind];
        return story(kind, { seat }, [words(`press.fact.${kind}`, { seat })], [s.seat]);
      }),
  );
}

/** What every year brings, for the foot of the page and for years in which nothing else happened. */
function ofEveryYear({ turnsDone, instruments }: PublicFacts, turn: number): readonly Story[] {
  const { launched, reentered, trackedPublic } = turnsDone.find((done) => done.turn === turn)!;
  const out: Story[] = [];
  const bound = instruments.some((i) => i.inForceSince !== null && i.inForceSince <= turn && (i.until ?? turn) >= turn);
  // Nobody expects one in the first year.
  if (!bound && turn > 1) out.push(story('no-text', {}, [words('press.fact.no-text')]));
  const counts = { launches: launched, reentries: reentered, tracked: trackedPublic };
  for (const [kind, count] of Object.entries(counts) as [keyof typeof counts, number][])
    if (count > 1) out.push(story(kind, { count }, [words(`press.fact.${kind}`, { count })]));
  return out;
}
