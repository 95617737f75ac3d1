import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** An output stream. Writing never throws; `failure` reports errors at the end. */
export interface Output {
  write(text: string): Promise<void>;
  /** The error code if output was lost. */
  readonly failure: () => Promise<string | undefined>;
}

/**
 * Writes to a stream and respects its back pressure. A closed pipe (`| head`) is not a failure: the rest is dropped.
 */
export function createOutput(stream: Writable): Output {
  let end: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    end ??= error.code ?? error.message;
  });
  return {
    async write(text) {
      if (end !== undefined || stream.write(text)) return;
      // Rejects with the error that the listener records.
      await once(stream, 'drain').catch(() => undefined);
    },
    async failure() {
      // The result of the last write only arrives later.
      if (end === undefined) await new Promise((resolve) => void stream.write('', resolve));
      return end === 'EPIPE' ? undefined : end;
    },
  };
}
