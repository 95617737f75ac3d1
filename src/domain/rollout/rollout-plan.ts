import '#src/domain/core/zod-config.ts';
import * as z from 'zod/mini';
import type { Text } from '#src/domain/core/text.ts';
import { MAX_WAVES, PERCENT, planDefaults, planRanges } from './waves.ts';

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
    z.regex(PERCENT, say('must be a percentage from 0% to 100%', '必须是 0% 到 100% 的百分比')),
  );

const whole = ([min, max]: readonly [number, number]) => {
  const range = say(`must be from ${min} to ${max}`, `取值范围为 ${min} 到 ${max}`);
  return z
    .int(say('must be a whole number', '必须是整数'))
    .check(z.minimum(min, range), z.maximum(max, range));
};

const countOrPercent = z.union(
  [whole(planRanges.rows), percent],
  say('must be a number of nodes or a percentage', '必须是节点数或百分比'),
);

/** How fast and how carefully a rollout proceeds, with the defaults of DESIGN. */
export const rolloutPlanSchema = z.strictObject({
  waves: z._default(
    z
      .array(countOrPercent)
      .check(
        z.minLength(1, say('must have at least one wave', '至少需要一个批次')),
        z.maxLength(
          MAX_WAVES,
          say(`must have at most ${MAX_WAVES} waves`, `最多 ${MAX_WAVES} 个批次`),
        ),
      ),
    [...planDefaults.waves],
  ),
  goOnAt: z._default(percent, planDefaults.goOnAt),
  stopAt: z._default(countOrPercent, planDefaults.stopAt),
  gate: z._default(
    z.enum(['auto', 'manual'], say('must be auto or manual', '必须是 auto 或 manual')),
    planDefaults.gate,
  ),
  readyWithinS: z._default(whole(planRanges.readyWithinS), planDefaults.readyWithinS),
  offlineWithinS: z._default(whole(planRanges.offlineWithinS), planDefaults.offlineWithinS),
  inFlight: z._default(whole(planRanges.inFlight), planDefaults.inFlight),
  perMinute: z._default(whole(planRanges.perMinute), planDefaults.perMinute),
});

/** The part of a plan that may change while a rollout runs. */
export const rolloutPatchSchema = z.strictObject({
  inFlight: z.optional(whole(planRanges.inFlight)),
  perMinute: z.optional(whole(planRanges.perMinute)),
  stopAt: z.optional(countOrPercent),
});
