import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import type { Language } from '#src/domain/core/text.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';

/** A time of the service in the user's time zone and language; unchanged if it cannot be read. */
export function formatTimestamp(text: string, language: Language): string {
  const date = parseTimestamp(text);
  return date === undefined ? text : formatDateTime(date, language, 'long');
}
