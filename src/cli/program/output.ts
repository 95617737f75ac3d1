import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where lines go. Writing never fails: what became of it is asked for at the end. */
export interface Output {
  write(text: string): Promise<void>;
  /** The error that ended it, if what was written is lost although somebody still wanted it. */
  readonly failure: () => Promise<string | undefined>;
}

/**
 * Writes to a stream as fast as it takes it. A reader that went away (`| head`) had enough: that is
 * no failure, and the rest is dropped. A full disk is one.
 */
export function createOutput(stream: Writable): Output {
  let end: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    end ??= error.code ?? error.message;
  });
  return {
    async write(text) {
      if (end !== undefined || stream.write(text)) return;
      // Rejects with the error that is noted above.
      await once(stream, 'drain').catch(() => undefined);
    },
    async failure() {
      // Whether the last piece was written is told only afterwards.
      if (end === undefined) await new Promise((resolve) => void stream.write('', resolve));
      return end === 'EPIPE' ? undefined : end;
    },
  };
}
