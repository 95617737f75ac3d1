import { basePath } from '../base-path.ts';
import { NetworkError } from './errors.ts';
import { toHttpError } from './request.ts';

type FetchStream = (url: string, init: RequestInit) => Promise<Response>;

const pageFetch: FetchStream = (url, init) => fetch(url, init);

let fetchStream = pageFetch;

/** Replaces the network, for tests. Without an argument, restores it. */
export function replaceStreams(next: FetchStream = pageFetch): void {
  fetchStream = next;
}

/**
 * Opens a response of our server that is read while it arrives. Throws {@link NetworkError}, and the error of any
 * status that is not 2xx.
 */
export async function openStream(
  path: string,
  { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  let response: Response;
  try {
    response = await fetchStream(basePath + path, {
      headers: { 'X-Ief-Builder': '1', ...headers },
      signal,
      cache: 'no-store',
    });
  } catch (error) {
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  }
  if (!response.ok || response.body === null) {
    const text = await response.text().catch(() => '');
    throw toHttpError(response, parseJson(text), text, {
      requestId: response.headers.get('X-Request-Id') ?? undefined,
      clockOffsetMs: undefined,
    });
  }
  return response.body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
