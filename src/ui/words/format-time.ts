import type { Language } from '#src/domain/core/text.ts';

/** A date and a time in the user's time zone. `long` adds the seconds and the zone. */
export function formatDateTime(
  at: Date | number,
  language: Language,
  length: 'short' | 'long' = 'short',
): string {
  if (language === 'en')
    return formatOf('en-GB', { dateStyle: 'medium', timeStyle: length }).format(at);
  const timeStyle = length === 'long' ? 'medium' : 'short';
  const text = consoleStyle({ dateStyle: 'short', timeStyle }).format(at);
  return length === 'long' ? `${text} ${zoneOf(at)}` : text;
}

/** A time of today in the user's time zone, to the second. */
export function formatClockTime(at: Date | number, language: Language): string {
  const options = { timeStyle: 'medium' } as const;
  return language === 'en'
    ? formatOf('en-GB', options).format(at)
    : consoleStyle(options).format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all it formats in a table. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** The vendor's console prints `2026-11-29 06:30:00`. No Chinese locale does; the Swedish one has this format. */
function consoleStyle(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatOf('sv-SE', options);
}

/** Such as `GMT+08:00`. */
function zoneOf(at: Date | number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'longOffset' });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
