/** Written mandates: how far a bot concedes, when it signs, whether it demonstrates. Numbers are shares of its own possible gain. */
export const PERSONAS = ['class', 'cooperator', 'reciprocator', 'opportunist', 'holdout', 'bold', 'accuser'] as const;
export type PersonaName = (typeof PERSONAS)[number];

export type Persona = {
  /** share of its possible gain it asks for, by step of concession (a step a turn) */
  readonly asks: readonly number[];
  /** own points above no deal below which it never agrees; null: the scenario's */
  readonly reserve: number | null;
  /** `asked`: never brings a text into force unless a person asks; `free`: as its interest says; `never` */
  readonly signs: 'asked' | 'free' | 'never';
  /**
   * `never`; `answer`: after somebody else has; `gain`: when a test pays by its own mandate and no text forbids it; `at-times`:
   * as `gain`, in about half of the years
   */
  readonly strikes: 'never' | 'answer' | 'gain' | 'at-times';
  readonly paysFund: boolean;
  /** owns up to a break-up of its own object */
  readonly admits: boolean;
  /** belief in a cause and its maker from which it accuses; null: it never does */
  readonly accusesFrom: number | null;
};

/** Beside a class; `asks` is filled from the scenario's concession steps. */
const inClass = {
  asks: [],
  reserve: null,
  signs: 'asked',
  strikes: 'never',
  paysFund: true,
  admits: true,
  accusesFrom: null,
} as const;

export const personas: { readonly [P in PersonaName]: Persona } = {
  class: inClass,
  // What the facilitator's switch makes of them.
  bold: { ...inClass, strikes: 'at-times' },
  // Right +3, wrong -10: to accuse pays from 10/13 on.
  accuser: { ...inClass, accusesFrom: 0.77 },
  cooperator: {
    asks: [0.4, 0.3, 0.2],
    reserve: 1,
    signs: 'free',
    strikes: 'never',
    paysFund: true,
    admits: true,
    accusesFrom: null,
  },
  reciprocator: {
    asks: [0.6, 0.5, 0.4],
    reserve: null,
    signs: 'free',
    strikes: 'answer',
    paysFund: true,
    admits: true,
    accusesFrom: null,
  },
  opportunist: {
    asks: [0.7, 0.6, 0.5],
    reserve: null,
    signs: 'free',
    strikes: 'gain',
    paysFund: false,
    admits: false,
    accusesFrom: null,
  },
  holdout: {
    asks: [1],
    reserve: null,
    signs: 'never',
    strikes: 'gain',
    paysFund: false,
    admits: false,
    accusesFrom: null,
  },
};
