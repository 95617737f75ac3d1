import type { Language } from '#src/domain/core/text.ts';

const steps = [
  { ms: 24 * 3_600_000, en: 'd', zh: '天' },
  { ms: 3_600_000, en: 'h', zh: '小时' },
  { ms: 60_000, en: 'min', zh: '分钟' },
  { ms: 1_000, en: 's', zh: '秒' },
] as const;

/** How long ago something was: `12 s ago`, `2 d ago`. The clocks of the target and of the browser may differ, so never negative. */
export function formatAge(ageMs: number, language: Language): string {
  const step = steps.find(({ ms }) => ageMs >= ms);
  if (step === undefined) return language === 'zh' ? '刚刚' : 'just now';
  const count = Math.floor(ageMs / step.ms);
  return language === 'zh' ? `${count} ${step.zh}前` : `${count} ${step.en} ago`;
}
