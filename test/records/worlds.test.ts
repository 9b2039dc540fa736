/** What another world says it does otherwise, and what that gave and cost: the same on the page and in the report, in each language. */
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../server/records/languages.ts';
import { reportOf } from '../../server/records/report/report.ts';
import type { Instrument } from '../../shared/forums/instrument.ts';
import { type ArmDone, compare } from '../../shared/game/other-worlds/counterfactual.ts';
import type { Arm, Change, Counterfactual } from '../../shared/game/other-worlds/counterfactual-shape.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { worldWords } from '../../shared/game/view/told.ts';
import { wordsFor } from '../../shared/game/view/words-for.ts';
import { orders } from '../../shared/orders/index.ts';
import { say } from '../../shared/text/say.ts';
import type { Order, SeatId } from '../../shared/vocabulary/index.ts';
import { firstTalk, launchOrder } from '../game/table.ts';

type Said = { readonly en: string; readonly fr: string };
type Row = { readonly seat: SeatId; readonly order: Order & Readonly<Record<string, unknown>> } & Said;
const ROWS: readonly Row[] = [
  {
    seat: 'OP',
    order: launchOrder(550, 2),
    en: 'Without: Turn 3, Meridian Networks: Launch 2 batches (160 satellites) to 550 km in month 2',
    fr: 'Sans : Tour 3, Réseaux Méridien : Lancer 2 lots (160 satellites) à 550 km au mois 2',
  },
  {
    seat: 'RU',
    order: { kind: 'dispose', month: 3, count: 2 },
    en: 'Without: Turn 3, Deneb: Bring down 2 dead objects in month 3',
    fr: 'Sans : Tour 3, Deneb : Désorbiter 2 objets morts au mois 3',
  },
  {
    seat: 'EU',
    order: { kind: 'fund', month: 1, credits: 4 },
    en: 'Without: Turn 3, Capella League: Pay 4 credits into the clean-up fund',
    fr: 'Sans : Tour 3, Ligue de Capella : Verser 4 crédits au fonds d’assainissement',
  },
  {
    seat: 'US',
    order: { kind: 'share-data', month: 1, to: ['EU', 'IN'], masked: false },
    en: 'Without: Turn 3, Altair: Share full tracking data with 2 seats',
    fr: 'Sans : Tour 3, Altaïr : Partager toutes les données de suivi avec 2 délégations',
  },
  {
    seat: 'CN',
    order: { kind: 'manoeuvre', month: 1 },
    en: 'Without: Turn 3, Vega: Avoidance campaign, all year',
    fr: 'Sans : Tour 3, Véga : Campagne d’évitement, toute l’année',
  },
  {
    seat: 'IN',
    order: { kind: 'strike', month: 4, band: 'mid', flyBy: false, notify: false },
    en: 'Without: Turn 3, Rigel: Destructive test on Teal 1 in month 4',
    fr: 'Sans : Tour 3, Rigel : Essai destructeur (mois 4) : Sarcelle 1',
  },
  {
    seat: 'IN',
    order: { kind: 'strike', month: 4, band: 'mid', flyBy: true, notify: false },
    en: 'Without: Turn 3, Rigel: Fly past Teal 1 in month 4',
    fr: 'Sans : Tour 3, Rigel : Passer à côté (mois 4) : Sarcelle 1',
  },
];
const SIGNATURE: Said = { en: 'Deneb signs text 2', fr: 'Une signature de plus au texte 2 : Deneb' };

const OWN = 12.5;
const EACH_OTHER = -3;
const table = firstTalk('worlds');
const seats = table.state.scenario.seats.map(({ id }) => id);
const text: Instrument = {
  id: 'i2',
  number: 2,
  tabledBy: 'EU',
  tabledTurn: 2,
  values: { N01: null, N06: null, N10: null, N17: null, lead: 'EU', road: 'open' },
  status: 'tabled',
  penUsed: null,
  pledges: {},
  blocks: {},
  objections: [],
  signatures: [],
  notices: {},
  inForceSince: null,
};
const orderId = (n: number): string => `t3.order.${n}`;
const game: Game = {
  ...table,
  state: {
    ...table.state,
    instruments: [text],
    orders: ROWS.map(({ seat, order }, n) => ({
      ...{ id: orderId(n), seat, turn: 3, slot: order.kind === 'strike' ? 'security' : 'p1' },
      ...{ order, confirmed: true },
    })),
  },
};

/** A world in which the act of a seat was done, or not. */
function arm(actor: SeatId, done: boolean): ArmDone {
  const own = Object.fromEntries(seats.map((id) => [id, 40 + (done ? (id === actor ? OWN : EACH_OTHER) : 0)]));
  const turns = [{ turn: 4, tracked: done ? 31_000 : 30_000, passes: {} }];
  const scores: Arm['scores'] = { own, health: { j: 50, low: 40, high: 60 } };
  return { arm: { turns, trackedIn25: 0, inForce: null, scores }, hash: '', skipped: [] };
}

const added = (change: Change): boolean => change.kind === 'with-signature';

function asked(change: Change, actor: SeatId): Counterfactual {
  const played = { ...arm(actor, !added(change)), recorded: '' };
  const other = { ...arm(actor, added(change)), skyHash: '' };
  return { ...compare(game.state, change, played, other), id: 'w1', shown: true };
}

const CHANGES: readonly (readonly [string, Change, SeatId, Said])[] = [
  ...ROWS.map((row, n) => [row.en, { kind: 'without-order', order: orderId(n) }, row.seat, row] as const),
  [SIGNATURE.en, { kind: 'with-signature', seat: 'RU', instrument: 'i2' }, 'RU', SIGNATURE],
];

const POINTS = {
  en: (name: string) => [
    `${name}, with this act rather than without it: +12.5 points`,
    'All others together, with this act rather than without it: −15 points',
  ],
  fr: (name: string) => [
    `${name}, avec cet acte plutôt que sans : +12,5 points`,
    'Tous les autres ensemble, avec cet acte plutôt que sans : −15 points',
  ],
};

const TRACKED = {
  en: (played: number, other: number) =>
    `${number('en', played)} objects tracked as played, ${number('en', other)} otherwise. Commands no longer possible: 0.`,
  fr: (played: number, other: number) =>
    `Objets suivis : ${number('fr', played)} comme joué, ${number('fr', other)} autrement. Commandes devenues impossibles : 0.`,
};
const number = (language: string, n: number): string => plain(n.toLocaleString(language));

describe('what another world does otherwise', () => {
  it('is said by its kind and its seat while the step that opens orders is shut', () => {
    const view = viewFor(game, { kind: 'projector' });
    expect(view.debrief.orders).toBeNull();
    const { messages } = messagesOf('en');
    const known = { ...messages, ...wordsFor(game.state, view, 'en') };
    const titles = CHANGES.map(([, change, seat]) => say(known, 'en', worldWords(view, asked(change, seat)).title));
    expect(titles).toContain('Without: Turn 3, Rigel: Missile test');
    expect(titles).toContain('Without: Turn 3, Meridian Networks: Launch');
    expect(titles.join()).not.toContain('order.');
  });

  it('is tried for every kind of order', () => {
    expect([...new Set(ROWS.map(({ order }) => order.kind))].sort()).toEqual(Object.keys(orders).sort());
  });

  describe.each(['en', 'fr'] as const)('in %s', (language) => {
    it.each(CHANGES)(
      '%s: names the right seat, and the points of the act in the world that has it',
      (_, change, seat, said) => {
        const with1 = { ...game, state: { ...game.state, counterfactuals: [asked(change, seat)] } };
        const view = viewFor(with1, { kind: 'facilitator' });
        const { messages } = messagesOf(language);
        const known = { ...messages, ...wordsFor(with1.state, view, language) };
        const tell = (what: Parameters<typeof say>[2]) => say(known, language, what);
        const { title, points } = worldWords(view, view.desk!.counterfactuals[0]!);
        const name = tell(view.seats.find((s) => s.id === seat)!.name);
        const colon = language === 'fr' ? ' : ' : ': ';
        const lines = points.map(([of, n]) => `${tell(of)}${colon}${tell(n)}`);
        expect(plain(tell(title))).toBe(said[language]);
        expect(lines.map(plain)).toEqual(POINTS[language](name));
        const report = reportOf('ABCDEF', with1, language, {});
        // An order was given as played, a signature is given in the other world: more is tracked there.
        const more = added(change) ? TRACKED[language](30_000, 31_000) : TRACKED[language](31_000, 30_000);
        expect(plain(report)).toContain(
          `<h3>${plain(tell(title))}</h3><ul><li>${[...lines.map(plain), more].join('</li><li>')}</li></ul>`,
        );
      },
    );
  });
});

/** Spaces that do not break are spaces. */
const plain = (html: string): string => html.replace(/[\u00a0\u202f]/g, ' ');
