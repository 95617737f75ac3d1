import type { GetWords } from '#src/ui/words/page-words.ts';

const MINUTE_MS = 60_000;
const units = [
  { name: 'days', ms: 24 * 60 * MINUTE_MS },
  { name: 'hours', ms: 60 * MINUTE_MS },
  { name: 'minutes', ms: MINUTE_MS },
] as const;

/** A duration in its two largest units, rounded down: `1 day 2 h`, `23 min`, `less than 1 min`. */
export function formatDuration(t: GetWords, ms: number): string {
  let rest = Math.abs(ms);
  const largest = units.findIndex((unit) => rest >= unit.ms);
  if (largest < 0) return t('duration.underOneMinute');
  const parts = units.slice(largest, largest + 2).flatMap((unit) => {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    return count === 0 ? [] : [t(`duration.${unit.name}`, { count })];
  });
  return parts.join(' ');
}
