import type { Language } from '#src/domain/core/text.ts';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

/** A date and a time in the user's time zone. */
export function formatDateTime(
  at: Date | number,
  language: Language,
  timeStyle: 'short' | 'long' = 'short',
): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle }).format(at);
}

/** A time of today in the user's time zone, to the second. */
export function formatClockTime(at: Date | number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium' }).format(at);
}
