import '#src/domain/core/zod-config.ts';
import * as z from 'zod/mini';
import type { Text } from '#src/domain/core/text.ts';
import {
  MAX_WAVES,
  PERCENT,
  planDefaults,
  planRanges,
  waveEnds,
  type RolloutPlan,
  type Share,
} from './waves.ts';

/** The settings of a plan as typed. Times are in minutes and hours. */
export interface PlanTexts {
  readonly waves: string;
  readonly goOnAt: string;
  readonly stopAt: string;
  readonly gate: RolloutPlan['gate'];
  readonly readyWithin: string;
  readonly offlineWithin: string;
  readonly inFlight: string;
  readonly perMinute: string;
}

const MINUTE_S = 60;
const HOUR_S = 3600;

/** The texts of a plan, with the defaults for what is absent. */
export function toPlanTexts(plan: RolloutPlan = planDefaults): PlanTexts {
  return {
    waves: plan.waves.join(', '),
    goOnAt: plan.goOnAt,
    stopAt: String(plan.stopAt),
    gate: plan.gate,
    readyWithin: String(plan.readyWithinS / MINUTE_S),
    offlineWithin: String(plan.offlineWithinS / HOUR_S),
    inFlight: String(plan.inFlight),
    perMinute: String(plan.perMinute),
  };
}

/** A plan as typed: the plan that is sent, or what is wrong by field. */
export type PlanTextsReading =
  | { readonly plan: RolloutPlan; readonly problems?: undefined }
  | {
      readonly plan?: undefined;
      readonly problems: Readonly<Partial<Record<keyof PlanTexts, Text>>>;
    };

/**
 * Reads the settings for a number of rows. The schema of the server needs parts of zod that the first load of the page
 * does not contain, so the limits are checked here as well; a test compares the two.
 */
export function readPlanTexts(texts: PlanTexts, total: number): PlanTextsReading {
  const plan: RolloutPlan = {
    waves: texts.waves
      .split(/[\s,，、;；]+/)
      .filter(Boolean)
      .map(toShare),
    goOnAt: toPercent(texts.goOnAt),
    stopAt: toShare(texts.stopAt),
    gate: texts.gate,
    readyWithinS: toSeconds(texts.readyWithin, MINUTE_S),
    offlineWithinS: toSeconds(texts.offlineWithin, HOUR_S),
    inFlight: toNumber(texts.inFlight),
    perMinute: toNumber(texts.perMinute),
  };
  const problems: Partial<Record<keyof PlanTexts, Text>> = {};
  const { waves, stopAt, goOnAt } = plan;
  if (waves.length === 0 || waves.length > MAX_WAVES || !waves.every(isShare))
    problems.waves = wrong.waves;
  // With no rows yet, the waves of any number of them tell whether they are in order.
  else if (waveEnds(waves, total || 1000) === undefined) problems.waves = badWaves;
  if (!isShare(stopAt)) problems.stopAt = wrong.stopAt;
  if (!PERCENT.test(goOnAt)) problems.goOnAt = wrong.goOnAt;
  for (const [field, key] of numbers) {
    const [min, max] = planRanges[key];
    // Also for what is not a number.
    if (!(plan[key] >= min && plan[key] <= max)) problems[field] = wrong[field];
  }
  return Object.keys(problems).length === 0 ? { plan } : { problems };
}

const numbers = [
  ['readyWithin', 'readyWithinS'],
  ['offlineWithin', 'offlineWithinS'],
  ['inFlight', 'inFlight'],
  ['perMinute', 'perMinute'],
] as const;

function isShare(share: Share): boolean {
  const [min, max] = planRanges.rows;
  return typeof share === 'number' ? share >= min && share <= max : PERCENT.test(share);
}

/** The schema of the form: the texts, valid exactly if {@link readPlanTexts} reads them. */
export function planTextsSchema(total: number) {
  const text = z.string();
  return z
    .object({
      waves: text,
      goOnAt: text,
      stopAt: text,
      gate: z.enum(['auto', 'manual']),
      readyWithin: text,
      offlineWithin: text,
      inFlight: text,
      perMinute: text,
    })
    .check((context) => {
      const { problems = {} } = readPlanTexts(context.value, total);
      for (const field of Object.keys(problems)) {
        context.issues.push({
          code: 'custom',
          path: [field],
          message: field,
          input: context.value,
        });
      }
    });
}

const badWaves: Text = {
  en: 'Waves are cumulative: each must be at least the one before, and the last must be 100%',
  zh: '批次按累计值填写：每一批不得小于前一批，最后一批须为 100%',
};

const wrong = {
  waves: {
    en: 'Enter numbers of nodes or percentages, such as 1, 10%, 100%',
    zh: '请输入节点数或百分比，例如 1, 10%, 100%',
  },
  stopAt: {
    en: 'Enter a number from 1 to 10000, or a percentage such as 5%',
    zh: '请输入 1 到 10000 的整数，或百分比，例如 5%',
  },
  goOnAt: { en: 'Enter a percentage from 0% to 100%', zh: '请输入 0% 到 100% 的百分比' },
  readyWithin: {
    en: 'Enter minutes, from 1 second up to 7 days (10080)',
    zh: '请输入分钟数，最短 1 秒，最长 7 天（10080）',
  },
  offlineWithin: {
    en: 'Enter hours, from 0 up to 90 days (2160)',
    zh: '请输入小时数，最长 90 天（2160）',
  },
  inFlight: { en: 'Enter a whole number from 1 to 64', zh: '请输入 1 到 64 的整数' },
  perMinute: { en: 'Enter a whole number from 1 to 6000', zh: '请输入 1 到 6000 的整数' },
} as const satisfies Partial<Record<keyof PlanTexts, Text>>;

/** A whole number, otherwise the text. */
function toShare(text: string): number | string {
  const trimmed = text.trim().replace('％', '%');
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** People may leave the sign out. */
function toPercent(text: string): string {
  const trimmed = text.trim().replace('％', '%');
  return /^\d{1,3}$/.test(trimmed) ? `${trimmed}%` : trimmed;
}

/** NaN if it is not a whole number. */
function toNumber(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** NaN if it is not a decimal. */
function toSeconds(text: string, unit: number): number {
  const trimmed = text.trim();
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(trimmed) ? Math.round(Number(trimmed) * unit) : Number.NaN;
}
