import type { Language } from '#src/domain/core/text.ts';

const steps = [
  { ms: 24 * 3_600_000, en: 'd', zh: '天' },
  { ms: 3_600_000, en: 'h', zh: '小时' },
  { ms: 60_000, en: 'min', zh: '分钟' },
  { ms: 1_000, en: 's', zh: '秒' },
] as const;

/** How long ago something was: `12 s ago`, `2 d ago`. The clocks of the target and of the browser may differ, so never negative. */
export function formatAge(ageMs: number, language: Language): string {
  if (ageMs < 1000) return language === 'zh' ? '刚刚' : 'just now';
  const span = formatSpan(ageMs, language);
  return language === 'zh' ? `${span}前` : `${span} ago`;
}

/** How long something takes: `12 s`, `2 d`. */
export function formatSpan(spanMs: number, language: Language): string {
  const step = steps.find(({ ms }) => spanMs >= ms) ?? steps[3];
  return `${Math.floor(spanMs / step.ms)} ${step[language]}`;
}
