/** One line of `kessler validate`: a published figure and ours. */
export type Line = {
  readonly quantity: string;
  readonly published: string;
  readonly ours: string;
  /** how far ours may be off */
  readonly tolerance: string;
  /** null: printed, not judged */
  readonly pass: boolean | null;
  readonly source: string;
  /** what meeting the figure shows; set by `restingOn` */
  readonly rests?: Rests;
  /** what the figure rests on, or what is known of a miss or a bias */
  readonly note?: string;
};

/**
 * formula: ours and the other figure come from the same equations, so that the line checks the code; fitted: numbers of the engine were
 * chosen by this figure; unseen: they were not.
 */
export type Rests = 'formula' | 'fitted' | 'unseen';

/** Lines with what they rest on, where they do not say it themselves. */
export const restingOn = (rests: Rests, lines: readonly Line[]): Line[] => lines.map((line) => ({ rests, ...line }));

const shown = (x: number): string => (x === 0 ? '0' : Number(x.toPrecision(4)).toString());

type Judged = { quantity: string; published: number; ours: number; source: string; rests?: Rests; note?: string };

/** Ours within a share of the published figure. */
export const within = (share: number, { quantity, published, ours, ...rest }: Judged): Line => ({
  quantity,
  published: shown(published),
  ours: shown(ours),
  tolerance: `${shown(share * 100)} %`,
  pass: Math.abs(ours / published - 1) <= share,
  ...rest,
});

/**
 * A row of a table, each of ours within a share of its figure or within what the figure's two decimals leave open. Figures that
 * are not finite ask for the same of ours.
 */
export function allWithin(
  share: number,
  of: { quantity: string; published: readonly number[]; ours: readonly number[]; source: string },
): Line {
  const row = (values: readonly number[]): string =>
    values.map((x) => (Number.isFinite(x) ? shown(x) : '-')).join(' / ');
  return {
    ...of,
    published: row(of.published),
    ours: row(of.ours),
    tolerance: `${shown(share * 100)} %`,
    pass: of.published.every((figure, k) => {
      const ours = of.ours[k]!;
      return figure === ours || Math.abs(ours - figure) <= Math.max(share * figure, LAST_DECIMAL / 2);
    }),
  };
}
const LAST_DECIMAL = 0.01;

/** Ours within a distance of the published figure. */
export const near = (distance: number, { quantity, published, ours, ...rest }: Judged): Line => ({
  quantity,
  published: shown(published),
  ours: shown(ours),
  tolerance: `± ${shown(distance)}`,
  pass: Math.abs(ours - published) <= distance,
  ...rest,
});

/** Ours within a factor of the published figure, for figures that are not sure themselves. */
export const withinFactor = (factor: number, { quantity, published, ours, ...rest }: Judged): Line => ({
  quantity,
  published: shown(published),
  ours: shown(ours),
  tolerance: `factor ${shown(factor)}`,
  pass: ours / published <= factor && published / ours <= factor,
  ...rest,
});

/** A figure that is printed, not judged. */
export const printed = (
  quantity: string,
  published: string,
  ours: string,
  rest: { source: string; rests?: Rests; note?: string },
): Line => ({
  quantity,
  published,
  ours,
  tolerance: 'printed',
  pass: null,
  ...rest,
});

/** Ours at most a limit. */
export const atMost = (
  limit: number,
  ours: number,
  rest: { quantity: string; source: string; rests?: Rests; note?: string },
): Line => ({
  published: `at most ${shown(limit)}`,
  ours: shown(ours),
  tolerance: '-',
  pass: ours <= limit,
  ...rest,
});

/** A statement that holds or not. */
export const holds = (quantity: string, pass: boolean, ours: string, source: string, note?: string): Line => ({
  quantity,
  published: 'holds',
  ours,
  tolerance: '-',
  pass,
  source,
  ...(note === undefined ? {} : { note }),
});
