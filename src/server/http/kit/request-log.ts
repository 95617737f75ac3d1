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
  readonly target?: string | undefined;
  /** The status of the target's answer, and how long it took in milliseconds. */
  readonly upstreamStatus?: number | undefined;
  readonly upstreamMs?: number | undefined;
  /** The outcome of a create: created, refused, unknown, not_sent or replayed. */
  readonly outcome?: string | undefined;
  /** The first 8 characters of an Idempotency-Key. */
  readonly attempt?: string | undefined;
  /** Bytes of the body as it was announced, and of the answer. */
  readonly bytesIn?: number | undefined;
  readonly bytesOut?: number | undefined;
  /** A browser's word of a broken content policy: which rule, on which page of ours. */
  readonly directive?: string | undefined;
  readonly page?: string | undefined;
  /** Class and place of a mistake of ours; never the text of a request or an answer. */
  readonly error?: string | undefined;
}

/** Takes one entry; must not throw. */
export type Log = (entry: LogEntry) => void;

/** A log with its end. */
export interface OpenLog {
  readonly log: Log;
  /** Closes the log; buffered lines have `graceMs` to be written, none if it is 0. Never rejects. */
  close(graceMs: number): Promise<void>;
}

/** From which level on entries are written; `silent` for none. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/** Lines that cannot be written are buffered up to this size; later ones are dropped. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/**
 * Writes entries to standard output, one JSON line each; JSON escapes control characters, so no line can be forged.
 * Output that fails or blocks (a full disk, a closed pipe, a reader that sleeps) is reported once on standard error
 * and never stops the service, nor its end.
 */
export function openLog(level: (typeof logLevels)[number]): OpenLog {
  const destination = pino.destination({ fd: 1, sync: false, maxLength: MAX_BUFFERED_BYTES });
  let hasWarned = false;
  let isBroken = false;
  const warnOnce = (why: string) => {
    if (!hasWarned) process.stderr.write(`The log cannot be written (${why}); requests go on.\n`);
    hasWarned = true;
  };
  destination.on('error', (error: NodeJS.ErrnoException) => {
    isBroken = true;
    warnOnce(error.code ?? 'unknown');
  });
  destination.on('write', () => (isBroken = false));
  destination.on('drop', () => warnOnce('too much is waiting'));
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: false,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  let isClosed = false;
  return {
    log(entry) {
      // Saves copying entries below the log level.
      if (isClosed || !logger.isLevelEnabled(entry.level)) return;
      const { level: entryLevel, ...fields } = entry;
      logger[entryLevel](fields);
    },
    async close(graceMs) {
      if (graceMs > 0 && !isBroken) {
        await new Promise<void>((resolve) => {
          setTimeout(resolve, graceMs);
          destination.once('close', resolve).once('error', () => resolve());
          destination.end();
        });
      }
      isClosed = true;
      // Not flushSync, which retries forever; destroying keeps pino from calling it when the process exits.
      destination.destroy();
    },
  };
}
