import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import type { Language } from '#src/domain/core/text.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';

/** Formats a timestamp of the service in the user's time zone and language; unchanged if it cannot be parsed. */
export function formatTimestamp(text: string, language: Language): string {
  const date = parseTimestamp(text);
  return date === undefined ? text : formatDateTime(date, language, 'long');
}
