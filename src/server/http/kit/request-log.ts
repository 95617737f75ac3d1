import pino from 'pino';

/** One logged request. Nothing else of a request or response ever reaches a log. */
export interface LogEntry {
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  /** Our own request id. */
  readonly id: string;
  /** The template, never the actual path, to keep ids of projects and deployments out of the log. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly target?: string | undefined;
  /** The status of the target's response, and its duration in milliseconds. */
  readonly upstreamStatus?: number | undefined;
  readonly upstreamMs?: number | undefined;
  /** The outcome of a create: created, refused, unknown, not_sent or replayed. */
  readonly outcome?: string | undefined;
  /** The first 8 characters of an Idempotency-Key. */
  readonly attempt?: string | undefined;
  /** The announced size of the body, and the size of the response. */
  readonly bytesIn?: number | undefined;
  readonly bytesOut?: number | undefined;
  /** From a browser's CSP violation report: the directive, and our page on which it happened. */
  readonly directive?: string | undefined;
  readonly page?: string | undefined;
  /** An error code, or class and location of a bug; never text of a request or response. */
  readonly error?: string | undefined;
}

/** An event of a rollout, without names, values or messages of the target. */
export interface RolloutLogEntry {
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly event: 'rollout-start' | 'rollout-state' | 'rollout-failure';
  /** Its ID, and that of its target. */
  readonly rollout: string;
  readonly target: string;
  readonly action?: string;
  readonly total?: number;
  /** The rollout that it retries or rolls back. */
  readonly of?: string | undefined;
  /** The new state; `wave` if another wave was opened. */
  readonly state?: string;
  readonly reason?: string | undefined;
  /** The part of the work that failed, and a code, or class and location of a bug. */
  readonly where?: string;
  readonly error?: string;
  /** The numbers of rows by state, by the names of the states. */
  readonly [state: string]: string | number | undefined;
}

/** Logs one entry; must not throw. */
export type Log = (entry: LogEntry) => void;

export interface OpenLog {
  readonly log: (entry: LogEntry | RolloutLogEntry) => void;
  /** Closes the log after at most `graceMs` for writing buffered lines; 0 drops them. Never rejects. */
  close(graceMs: number): Promise<void>;
}

/** The lowest level that is written; `silent` for none. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/** Lines that cannot be written are buffered up to this size; later ones are dropped. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/**
 * Writes entries to standard output, one JSON line each; JSON escapes control characters, so lines cannot be forged.
 * Output that fails or blocks (a full disk, a closed pipe, a stalled reader) is reported once on standard error and
 * never stops the service or delays its shutdown.
 */
export function openLog(level: (typeof logLevels)[number]): OpenLog {
  const destination = pino.destination({ fd: 1, sync: false, maxLength: MAX_BUFFERED_BYTES });
  let hasWarned = false;
  let isBroken = false;
  const warnOnce = (why: string) => {
    if (!hasWarned)
      process.stderr.write(`Cannot write the log (${why}); the server keeps running.\n`);
    hasWarned = true;
  };
  destination.on('error', (error: NodeJS.ErrnoException) => {
    isBroken = true;
    warnOnce(error.code ?? 'unknown');
  });
  destination.on('write', () => (isBroken = false));
  destination.on('drop', () => warnOnce('the buffer is full'));
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
      // Avoids copying entries below the log level.
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
      // Not flushSync, which retries forever. After destroy, pino does not call it when the process exits.
      destination.destroy();
    },
  };
}
