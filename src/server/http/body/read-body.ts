/** Bytes over a plain ArrayBuffer, as Response and undici require. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** In bytes (docs/sources.md, section 8). */
export const MAX_BODY_BYTES = 1024 * 1024;
/** Of a rollout, with up to 10,000 rows. */
export const MAX_ROLLOUT_BYTES = 8 * 1024 * 1024;

/**
 * How much of an oversized body is read and discarded, in bytes. Without this, a client that is still sending would
 * see a reset instead of our response.
 */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/** For `oversized`, `drained` says whether all of it was read. */
export type BodyResult =
  | { readonly kind: 'read'; readonly bytes: Bytes }
  | { readonly kind: 'oversized'; readonly drained: boolean };

/** The client disconnected while it sent the body: not a fault of the server. */
export class BodyCut extends Error {}

/**
 * Reads a request body of at most `limit` bytes; an absent body is empty. Throws {@link BodyCut} if the client
 * disconnects while sending.
 */
export async function readBody(request: Request, limit = MAX_BODY_BYTES): Promise<BodyResult> {
  try {
    return await readAll(request, limit);
  } catch {
    throw new BodyCut('The connection ended before the body did.');
  }
}

async function readAll(request: Request, limit: number): Promise<BodyResult> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  // Node refuses a body longer than its Content-Length, so a small one can be read in one go.
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

/** Concatenates chunks; `size` is their total length. */
export function joinBytes(chunks: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
