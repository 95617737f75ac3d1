import pino from 'pino';

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
  /** What the target answered, and how long that took in milliseconds. */
  readonly upstreamStatus?: number;
  readonly upstreamMs?: number;
  /** What a create came to: created, refused, unknown, not_sent, replayed. */
  readonly outcome?: string;
  /** The first 8 characters of an Idempotency-Key. */
  readonly attempt?: string;
  /** Bytes of the body as it was announced, and of the answer. */
  readonly bytesIn?: number;
  readonly bytesOut?: number;
  /** A browser's word of a broken content policy: which rule, on which page of ours. */
  readonly directive?: string;
  readonly page?: string;
  /** Class and place of a mistake of ours; never the text of a request or an answer. */
  readonly error?: string;
}

/** Takes one entry; must not throw. */
export type Log = (entry: LogEntry) => void;

/** A log with its end: what is still in memory is written by `flush`, before the process goes. */
export interface OpenLog {
  readonly log: Log;
  flush(): void;
}

/** From which level on entries are written; `silent` for none. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/**
 * Writes entries to standard output, one JSON line each; JSON escapes control characters, so no line can be forged.
 * Output that fails (a full disk, a closed pipe) is said once on standard error and never stops the service.
 */
export function openLog(level: (typeof logLevels)[number]): OpenLog {
  const destination = pino.destination({ fd: 1, sync: false });
  let isComplaining = false;
  destination.on('error', (error: NodeJS.ErrnoException) => {
    if (isComplaining) return;
    isComplaining = true;
    process.stderr.write(
      `The log cannot be written (${error.code ?? 'unknown'}); requests go on.\n`,
    );
  });
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: false,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    log: ({ level: of, ...fields }) => logger[of](fields),
    flush() {
      try {
        destination.flushSync();
      } catch {
        // Said by the handler above, or the output was never ready.
      }
    },
  };
}
