import { bodyLimits, scanJson, type JsonError, type JsonLimits } from './scan-json.ts';

/** The value of a JSON text with how much it holds, or why it is refused. */
export type JsonResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly values: number;
      readonly keys: number;
    }
  | { readonly ok: false; readonly error: JsonError };

/** What {@link parseJson} refuses besides malformed texts. */
export interface JsonOptions {
  /** Those of a body unless given. */
  readonly limits?: JsonLimits;
  /** Refuse objects with an own key of this name, anywhere. */
  readonly forbiddenKey?: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads UTF-8 JSON (a byte order mark is passed over). It is measured on its bytes first, so that what is refused costs
 * no objects, and whoever recurses over the value afterwards meets a bounded depth. Never throws.
 */
export function parseJson(
  bytes: Uint8Array,
  { limits = bodyLimits, forbiddenKey }: JsonOptions = {},
): JsonResult {
  const scan = scanJson(bytes, limits, forbiddenKey);
  if (!scan.ok) return scan;
  return { ...scan, value: JSON.parse(utf8.decode(bytes)) };
}
