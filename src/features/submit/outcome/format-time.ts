import { parseTimestamp } from '#src/domain/api/timestamp.ts';

/** A time of the service in the person's own time zone and language; a form nobody knows stays as it came. */
export function formatTime(text: string, language: string): string {
  const date = parseTimestamp(text);
  if (date === undefined) return text;
  return date.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
}

/** A moment of today, milliseconds since 1970, by the clock of the person. */
export function formatClock(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB');
}
