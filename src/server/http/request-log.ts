/** One request, as it is logged. Nothing else of a request or an answer ever reaches a log. */
export interface LogEntry {
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  /** Our own request id. */
  readonly id: string;
  /** The template, never the path as it came: ids of projects and deployments stay out. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly target?: string;
  /** Class and place of a mistake of ours; never the text of a request or an answer. */
  readonly error?: string;
}

/** Takes one entry; must not throw. */
export type Log = (entry: LogEntry) => void;

/** Writes an entry as one JSON line; JSON escapes control characters, so no line can be forged. */
export function formatLogLine(entry: LogEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
