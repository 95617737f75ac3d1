import type { Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';
import type { Text } from '../text.ts';

/**
 * JavaScript programs can confuse this key with the prototype of an object. No text that contains it becomes a document,
 * and servers reject it. A document that has it from elsewhere has an error at its path.
 */
export const FORBIDDEN_KEY = '__proto__';
export const forbiddenKey: Text = {
  en: 'A key must not be __proto__. Remove it.',
  zh: '键名不能是 __proto__，请将其删除。',
};
/** Deeper parts are not searched, because bodies nested this deep are rejected anyway. */
const MAX_DEPTH = 64;

const none: readonly Path[] = Object.freeze([]);
/** Cached paths of the key, relative to each object or list. Documents are never changed in place. */
const known = new WeakMap<object, readonly Path[]>();

/**
 * Records the JSON text that a value was parsed from. If the text cannot contain the key, the value is not searched, which
 * is much faster.
 */
export function noteSource(body: unknown, text: string): void {
  if (typeof body !== 'object' || body === null) return;
  // An underscore can be escaped.
  if (!text.includes(FORBIDDEN_KEY) && !/\\u005f/i.test(text)) known.set(body, none);
}

/** An error for each `__proto__` key of a body, up to 64 levels deep. Results are cached per object. */
export function findForbiddenKeys(body: unknown): readonly Issue[] {
  return pathsIn(body, 1).map((path) => ({ path, ...issue }));
}

const issue = {
  severity: 'error',
  message: {
    en: 'The key __proto__ is not allowed, because programs confuse it with an internal property. Remove it.',
    zh: '不允许使用键 __proto__，程序会将其与内部属性混淆。请删除该键。',
  },
  field: 'Object.__proto__',
  source: 'this product',
} as const satisfies Partial<Issue>;

/** True if any key of a value is forbidden. */
export function hasForbiddenKey(value: unknown): boolean {
  return pathsIn(value, 1).length > 0;
}

function pathsIn(value: unknown, depth: number): readonly Path[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return none;
  const before = known.get(value);
  if (before !== undefined) return before;
  let found: Path[] | undefined;
  if (Object.hasOwn(value, FORBIDDEN_KEY)) (found ??= []).push([FORBIDDEN_KEY]);
  // Iterates by value, because reading hundreds of thousands of members by key takes seconds.
  Object.values(value).forEach((part: unknown, index) => {
    const inner = pathsIn(part, depth + 1);
    if (inner.length === 0) return;
    const key = Array.isArray(value) ? index : Object.keys(value)[index]!;
    for (const path of inner) (found ??= []).push([key, ...path]);
  });
  const paths = found ?? none;
  known.set(value, paths);
  return paths;
}
