/** Bytes over a plain ArrayBuffer, which is what Response and undici take. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Largest request body that is taken, in bytes (docs/sources.md, section 8). */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * How much of an oversized body is still read and thrown away, in bytes. A client that is
 * answered while it writes sees a reset instead of the answer, so the rest is drained first.
 */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/** The result of reading a body. For `oversized`, whether all of it was drained. */
export type BodyResult =
  | { readonly kind: 'read'; readonly bytes: Bytes }
  | { readonly kind: 'oversized'; readonly drained: boolean };

/**
 * Reads a request body of at most `limit` bytes; an absent one is empty.
 * Rejects if the client breaks off while sending.
 */
export async function readBody(request: Request, limit = MAX_BODY_BYTES): Promise<BodyResult> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  // Node refuses a body longer than its announced length, so a small one can be read in one go.
  if (announced <= limit) return check(new Uint8Array(await request.arrayBuffer()), limit);
  if (request.body === null) return { kind: 'read', bytes: new Uint8Array(0) };
  return readStream(request.body, limit);
}

function check(bytes: Bytes, limit: number): BodyResult {
  return bytes.byteLength > limit ? { kind: 'oversized', drained: true } : { kind: 'read', bytes };
}

async function readStream(body: ReadableStream<Uint8Array>, limit: number): Promise<BodyResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= limit) chunks.push(value);
    else chunks.length = 0;
    if (size > MAX_DRAINED_BYTES) {
      await reader.cancel().catch(() => undefined);
      return { kind: 'oversized', drained: false };
    }
  }
  if (size > limit) return { kind: 'oversized', drained: true };
  return { kind: 'read', bytes: joinBytes(chunks, size) };
}

/** A copy of pieces as one; `size` is that of all together. */
export function joinBytes(chunks: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
