import { MAX_BYTES } from '#src/convert/source/refusal.ts';

/** The start of every share link, between the `#` and its version. */
const MARK = '#share=';
/** The form of the links that this version writes and reads. */
const VERSION = '1';

/**
 * The longest link, in characters. Browsers open longer ones, but Chrome shows an empty address bar from here on, and
 * mail and chat programs cut them.
 */
export const MAX_LINK = 32_000;
/** Many chat and mail programs cut or refuse to link longer addresses. */
export const SAFE_LINK = 2000;

/** Compressed data is expanded in pieces this large, each at most a thousand times: bombs are noticed early. */
const PIECE = 1024;

/** Why a link has no document. */
export type LinkProblem = 'version' | 'damaged' | 'tooLarge';

/** Removes a share link from the address of the page, and returns its fragment; undefined if there is none. */
export function takeShareFragment(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(MARK)) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash;
}

/** The link of a text, for an address of the page. The server never sees a fragment. */
export async function createShareLink(page: string, text: string): Promise<string> {
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(compressed).arrayBuffer());
  return `${page}${MARK}${VERSION}.${toBase64Url(bytes)}`;
}

/** The text of a link. Its checksum finds a link that was cut or changed on its way. */
export async function readShareFragment(
  fragment: string,
): Promise<{ readonly text: string } | { readonly problem: LinkProblem }> {
  const [, version, data] = /^#share=(\w*)\.?([^]*)$/.exec(fragment) ?? [];
  if (version === undefined || data === undefined || data === '') return { problem: 'damaged' };
  if (version !== VERSION) return { problem: 'version' };
  // The address of the page counts, too, so that every link that was made can be opened.
  if (fragment.length > MAX_LINK) return { problem: 'tooLarge' };
  const bytes = fromBase64Url(data);
  if (bytes === undefined) return { problem: 'damaged' };
  try {
    const expanded = await expand(bytes);
    if (expanded === undefined) return { problem: 'tooLarge' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(expanded) };
  } catch {
    return { problem: 'damaged' };
  }
}

/** Undefined if the data is larger than a document may be. Throws if it is damaged. */
async function expand(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  let at = 0;
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += PIECE)));
      else controller.close();
    },
  });
  const reader = pieces.pipeThrough(new DecompressionStream('deflate')).getReader();
  const expanded = new Uint8Array(MAX_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return expanded.subarray(0, length);
    if (length + value.length > MAX_BYTES) {
      // Not awaited: what is left of the data may be damaged.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    expanded.set(value, length);
    length += value.length;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
