import type { Path } from '#src/domain/core/path.ts';

/** Deepest nesting that is taken; the root counts as one (docs/sources.md, section 8). */
const MAX_DEPTH = 64;

/** Most values a body may hold, lists and objects counted too (docs/sources.md, section 8). */
const MAX_NODES = 100_000;

/** Why bytes are no JSON we take. `path` is where, as far as it is known. */
export interface JsonFault {
  readonly kind: 'malformed' | 'too-deep' | 'too-many-values' | 'forbidden-key';
  readonly path: Path;
}

/** The value of a JSON text, or why it is refused. */
export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault };

/** What {@link parseJson} refuses beside malformed, deep and huge texts. */
export interface JsonOptions {
  /** Refuse objects with an own key of this name, anywhere. */
  readonly forbiddenKey?: string;
}

/** One for all: making one costs more than decoding a body. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads UTF-8 JSON (a byte order mark is passed over) and measures it before anyone walks it.
 * Never throws: JSON.parse takes a million levels, but whatever recurses over them afterwards
 * would not, so the walk here keeps its own stack.
 */
export function parseJson(bytes: Uint8Array, options: JsonOptions = {}): JsonResult {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return { ok: false, fault: { kind: 'malformed', path: [] } };
  }
  const fault = measure(value, options);
  return fault === undefined ? { ok: true, value } : { ok: false, fault };
}

interface Place {
  readonly value: object;
  readonly depth: number;
  readonly key: string | number | undefined;
  readonly parent: Place | undefined;
}

function measure(root: unknown, { forbiddenKey }: JsonOptions): JsonFault | undefined {
  let nodes = 1;
  if (typeof root !== 'object' || root === null) return undefined;
  const open: Place[] = [{ value: root, depth: 1, key: undefined, parent: undefined }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place.depth > MAX_DEPTH) return { kind: 'too-deep', path: [] };
    const isList = Array.isArray(place.value);
    const names = Object.keys(place.value);
    nodes += names.length;
    if (nodes > MAX_NODES) return { kind: 'too-many-values', path: [] };
    for (const name of names) {
      if (name === forbiddenKey && !isList) {
        return { kind: 'forbidden-key', path: [...pathOf(place), name] };
      }
      const value: unknown = (place.value as Record<string, unknown>)[name];
      if (typeof value === 'object' && value !== null) {
        const key = isList ? Number(name) : name;
        open.push({ value, depth: place.depth + 1, key, parent: place });
      }
    }
  }
  return undefined;
}

function pathOf(place: Place): Path {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
    if (at.key !== undefined) path.unshift(at.key);
  }
  return path;
}
