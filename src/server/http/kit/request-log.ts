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
  /** What the target answered, and how long that took in milliseconds. */
  readonly upstreamStatus?: number | undefined;
  readonly upstreamMs?: number | undefined;
  /** What a create came to: created, refused, unknown, not_sent, replayed. */
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
  /** Ends the log; what is still in memory has `graceMs` to be written. Never rejects, and is over at 0 at once. */
  close(graceMs: number): Promise<void>;
}

/** From which level on entries are written; `silent` for none. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/** Lines that cannot be written wait up to so many bytes; later ones are dropped. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

/**
 * Writes entries to standard output, one JSON line each; JSON escapes control characters, so no line can be forged.
 * Output that fails or stands still (a full disk, a closed pipe, a reader that sleeps) is said once on standard error
 * and never stops the service, nor its end.
 */
export function openLog(level: (typeof logLevels)[number]): OpenLog {
  const destination = pino.destination({ fd: 1, sync: false, maxLength: MOST_WAITING_BYTES });
  let isComplaining = false;
  let isBroken = false;
  const complain = (why: string) => {
    if (!isComplaining)
      process.stderr.write(`The log cannot be written (${why}); requests go on.\n`);
    isComplaining = true;
  };
  destination.on('error', (error: NodeJS.ErrnoException) => {
    isBroken = true;
    complain(error.code ?? 'unknown');
  });
  destination.on('write', () => (isBroken = false));
  destination.on('drop', () => complain('too much is waiting'));
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: false,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  let isOver = false;
  return {
    log(entry) {
      // Most entries of a server that logs warnings alone are not even copied.
      if (isOver || !logger.isLevelEnabled(entry.level)) return;
      const { level: of, ...fields } = entry;
      logger[of](fields);
    },
    async close(graceMs) {
      if (graceMs > 0 && !isBroken) {
        await new Promise<void>((resolve) => {
          setTimeout(resolve, graceMs);
          destination.once('close', resolve).once('error', () => resolve());
          destination.end();
        });
      }
      isOver = true;
      // Not flushSync, which tries for ever; the same is kept from doing so when the process exits.
      destination.destroy();
    },
  };
}
