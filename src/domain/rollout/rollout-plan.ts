import '#src/domain/core/zod-config.ts';
import * as z from 'zod/mini';
import type { Text } from '#src/domain/core/text.ts';

/** The messages of the schemas in both languages, by their English text. */
const messages = new Map<string, Text>();

/** The message of a schema, which holds one language: returns the English text and remembers the Chinese one. */
export function say(en: string, zh: string): string {
  messages.set(en, { en, zh });
  return en;
}

/** A message of a schema in both languages. zod words missing values and wrong types itself. */
export function planMessage(message: string): Text {
  return messages.get(message) ?? { en: message, zh: `格式不正确（${message}）` };
}

/** A share such as `10%`, from 0% to 100%. */
const percent = z
  .string()
  .check(
    z.regex(
      /^(?:100|\d{1,2})%$/,
      say('must be a percentage from 0% to 100%', '必须是 0% 到 100% 的百分比'),
    ),
  );

const whole = (min: number, max: number) => {
  const range = say(`must be from ${min} to ${max}`, `取值范围为 ${min} 到 ${max}`);
  return z
    .int(say('must be a whole number', '必须是整数'))
    .check(z.minimum(min, range), z.maximum(max, range));
};

const countOrPercent = z.union(
  [whole(1, 10_000), percent],
  say('must be a number of nodes or a percentage', '必须是节点数或百分比'),
);

const DAY_S = 86_400;

/** How fast and how carefully a rollout proceeds, with the defaults of DESIGN. */
export const rolloutPlanSchema = z.strictObject({
  waves: z._default(
    z
      .array(countOrPercent)
      .check(
        z.minLength(1, say('must have at least one wave', '至少需要一个批次')),
        z.maxLength(100, say('must have at most 100 waves', '最多 100 个批次')),
      ),
    [1, '10%', '100%'],
  ),
  goOnAt: z._default(percent, '100%'),
  stopAt: z._default(countOrPercent, 1),
  gate: z._default(
    z.enum(['auto', 'manual'], say('must be auto or manual', '必须是 auto 或 manual')),
    'auto',
  ),
  readyWithinS: z._default(whole(1, 7 * DAY_S), 600),
  offlineWithinS: z._default(whole(0, 90 * DAY_S), DAY_S),
  inFlight: z._default(whole(1, 64), 8),
  perMinute: z._default(whole(1, 6000), 120),
});

export type RolloutPlan = z.infer<typeof rolloutPlanSchema>;

/** The part of a plan that may change while a rollout runs. */
export const rolloutPatchSchema = z.strictObject({
  inFlight: z.optional(whole(1, 64)),
  perMinute: z.optional(whole(1, 6000)),
  stopAt: z.optional(countOrPercent),
});

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
