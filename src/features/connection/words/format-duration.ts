import type { Text } from '#src/domain/core/text.ts';

const MINUTE_MS = 60_000;
const units = [
  { ms: 24 * 60 * MINUTE_MS, en: ['day', 'days'], zh: '天' },
  { ms: 60 * MINUTE_MS, en: ['h', 'h'], zh: '小时' },
  { ms: MINUTE_MS, en: ['min', 'min'], zh: '分钟' },
] as const;

/** A span of time in words, in its two greatest units and rounded down: `1 day 2 h`, `23 min`, `less than 1 min`. */
export function formatDuration(ms: number): Text {
  const span = Math.abs(ms);
  const first = units.findIndex((unit) => span >= unit.ms);
  if (first < 0) return { en: 'less than 1 min', zh: '不到 1 分钟' };
  let rest = span;
  const parts = units.slice(first, first + 2).flatMap((unit) => {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    return count === 0 ? [] : [{ count, unit }];
  });
  return {
    en: parts.map(({ count, unit }) => `${count} ${unit.en[count === 1 ? 0 : 1]}`).join(' '),
    zh: parts.map(({ count, unit }) => `${count} ${unit.zh}`).join(' '),
  };
}
