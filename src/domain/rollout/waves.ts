/** A number of rows, or a share of them such as `10%`. */
export type Share = number | string;

/** How fast and how carefully a rollout proceeds. */
export interface RolloutPlan {
  /** Cumulative; the last one is all rows. */
  readonly waves: readonly Share[];
  /** A share such as `100%`. */
  readonly goOnAt: string;
  readonly stopAt: Share;
  readonly gate: 'auto' | 'manual';
  readonly readyWithinS: number;
  readonly offlineWithinS: number;
  readonly inFlight: number;
  readonly perMinute: number;
}

const DAY_S = 86_400;

/** The defaults of DESIGN. */
export const planDefaults: RolloutPlan = {
  waves: [1, '10%', '100%'],
  goOnAt: '100%',
  stopAt: 1,
  gate: 'auto',
  readyWithinS: 600,
  offlineWithinS: DAY_S,
  inFlight: 8,
  perMinute: 120,
};

/** The smallest and the largest value of each number. */
export const planRanges = {
  rows: [1, 10_000],
  readyWithinS: [1, 7 * DAY_S],
  offlineWithinS: [0, 90 * DAY_S],
  inFlight: [1, 64],
  perMinute: [1, 6000],
} as const;

/** A share from 0% to 100%. */
export const PERCENT = /^(?:100|\d{1,2})%$/;

export const MAX_WAVES = 100;

/**
 * The cumulative number of rows after each wave, without waves that add nothing. Percentages are rounded up, so that a
 * wave is never empty. Undefined if the waves go back or do not reach all rows.
 */
export function waveEnds(
  waves: RolloutPlan['waves'],
  total: number,
): readonly number[] | undefined {
  const ends = waves.map((wave) => Math.min(total, countOf(wave, total)));
  if (ends.some((end, index) => index > 0 && end < ends[index - 1]!)) return undefined;
  if (ends.at(-1) !== total) return undefined;
  return ends.filter((end, index) => end > (ends[index - 1] ?? 0));
}

/** A number of rows, or a share of them rounded up; at least 1. */
export function countOf(share: number | string, total: number): number {
  if (typeof share === 'number') return share;
  return Math.max(1, Math.ceil((total * percentOf(share)) / 100));
}

export function percentOf(share: string): number {
  return Number.parseInt(share, 10);
}

/**
 * A rate as a number of claims in a short time: `perMinute` over a minute, without its burst. Every time span of
 * `rateMs` has at most `rateCount` claims.
 */
export function rateOf(perMinute: number): { readonly rateCount: number; readonly rateMs: number } {
  const rateCount = Math.max(1, Math.round(perMinute / 60));
  return { rateCount, rateMs: Math.ceil((rateCount * 60_000) / perMinute) };
}
