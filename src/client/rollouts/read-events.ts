import { openStream } from '../http/open-stream.ts';
import { createEventReader, type StreamEvent } from './event-blocks.ts';

/** The stream wrote nothing for too long: it broke unnoticed, or a proxy holds it back. */
export class SilentStream extends Error {}

interface ReadEventsOptions {
  readonly headers: Record<string, string>;
  /** Empty for a new reader. */
  readonly lastId: string;
  readonly signal: AbortSignal;
  /** How long the stream may be silent before the first event, and later. */
  readonly firstEventMs: number;
  readonly silenceMs: number;
  readonly onOpen: () => void;
  /** Resolves to false to stop reading. */
  readonly onEvents: (events: readonly StreamEvent[]) => Promise<boolean>;
}

/**
 * Reads an event stream until the server ends it. Throws the errors of {@link openStream}, {@link SilentStream}, and an
 * error if the connection breaks.
 */
export async function readEvents(path: string, options: ReadEventsOptions): Promise<void> {
  const { lastId, signal: outer, onOpen, onEvents } = options;
  const own = new AbortController();
  let silence = setTimeout(() => own.abort(), options.firstEventMs);
  try {
    const stream = await openStream(path, {
      headers: { ...options.headers, ...(lastId === '' ? {} : { 'Last-Event-ID': lastId }) },
      signal: AbortSignal.any([outer, own.signal]),
    });
    onOpen();
    const [read, decoder, reader] = [createEventReader(), new TextDecoder(), stream.getReader()];
    own.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(silence);
      silence = setTimeout(() => own.abort(), options.silenceMs);
      if (!(await onEvents(read(decoder.decode(value, { stream: true }))))) return;
    }
  } catch (error) {
    if (!own.signal.aborted) throw error;
  } finally {
    clearTimeout(silence);
    if (!own.signal.aborted) own.abort('finished');
  }
  if (own.signal.reason !== 'finished') throw new SilentStream('the stream is silent');
}
