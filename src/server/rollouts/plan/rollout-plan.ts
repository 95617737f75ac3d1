import { z } from 'zod';

/** A share such as `10%`, from 0% to 100%. */
const percent = z.string().regex(/^(?:100|\d{1,2})%$/, 'must be a percentage from 0% to 100%');
const count = z
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(10_000, 'must be at most 10000');

const whole = (min: number, max: number) =>
  z
    .int('must be a whole number')
    .min(min, `must be from ${min} to ${max}`)
    .max(max, `must be from ${min} to ${max}`);

const DAY_S = 86_400;

/** How fast and how carefully a rollout proceeds, with the defaults of DESIGN. */
export const rolloutPlanSchema = z.strictObject({
  waves: z
    .array(z.union([count, percent], 'must be a number of nodes or a percentage'))
    .min(1, 'must have at least one wave')
    .max(100, 'must have at most 100 waves')
    .default([1, '10%', '100%']),
  goOnAt: percent.default('100%'),
  stopAt: z.union([count, percent], 'must be a number of nodes or a percentage').default(1),
  gate: z.enum(['auto', 'manual'], 'must be auto or manual').default('auto'),
  readyWithinS: whole(1, 7 * DAY_S).default(600),
  offlineWithinS: whole(0, 90 * DAY_S).default(DAY_S),
  inFlight: whole(1, 64).default(8),
  perMinute: whole(1, 6000).default(120),
});

export type RolloutPlan = z.infer<typeof rolloutPlanSchema>;

/** The part of a plan that may change while a rollout runs. */
export const rolloutPatchSchema = rolloutPlanSchema
  .pick({ inFlight: true, perMinute: true, stopAt: true })
  .partial();

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
