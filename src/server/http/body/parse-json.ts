import { bodyLimits, scanJson, type JsonError, type JsonLimits } from './scan-json.ts';

/** The value of a JSON text with its counts, or why it is refused. */
export type JsonResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly values: number;
      readonly keys: number;
    }
  | { readonly ok: false; readonly error: JsonError };

/** The reasons for which {@link parseJson} refuses well-formed text. */
export interface JsonOptions {
  /** Default: the limits of a body. */
  readonly limits?: JsonLimits;
  /** Refuse objects with an own key of this name, at any depth. */
  readonly forbiddenKey?: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses UTF-8 JSON; a byte order mark is ignored. The bytes are scanned first, so that refused input allocates no
 * objects and code that recurses over the value can rely on a bounded depth. Never throws.
 */
export function parseJson(
  bytes: Uint8Array,
  { limits = bodyLimits, forbiddenKey }: JsonOptions = {},
): JsonResult {
  const scan = scanJson(bytes, limits, forbiddenKey);
  if (!scan.ok) return scan;
  return { ...scan, value: JSON.parse(utf8.decode(bytes)) };
}
