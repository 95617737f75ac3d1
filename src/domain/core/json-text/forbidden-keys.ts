import type { Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';

/** The key that programs in JavaScript confuse with the prototype of an object; servers refuse it. */
const FORBIDDEN = '__proto__';
/** Deeper parts are not looked at: a body nested that deep is refused for its depth. */
const DEEPEST = 64;

const none: readonly Path[] = Object.freeze([]);
/** Where the key is in an object or list, relative to it. Documents are never changed in place. */
const known = new WeakMap<object, readonly Path[]>();

/**
 * Says that a value comes from this JSON text. Where the text cannot have such a key, the value is not walked: a
 * search of the text costs far less.
 */
export function noteSource(body: unknown, text: string): void {
  if (typeof body !== 'object' || body === null) return;
  // An underscore may be written as an escape.
  if (!text.includes(FORBIDDEN) && !/\\u005f/i.test(text)) known.set(body, none);
}

/** An error for each key `__proto__` of a body, at any depth to 64 levels. Objects judged before cost next to nothing. */
export function findForbiddenKeys(body: unknown): readonly Issue[] {
  return pathsIn(body, 1).map((path) => ({ path, ...issue }));
}

const issue = {
  severity: 'error',
  message: {
    en: 'A key must not be __proto__: programs confuse it with a part of their own. Remove it.',
    zh: '键名不能是 __proto__：程序会将其与自身的内部属性混淆，请将其删除。',
  },
  field: 'Object.__proto__',
  source: 'this product',
} as const satisfies Partial<Issue>;

function pathsIn(value: unknown, depth: number): readonly Path[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return none;
  const before = known.get(value);
  if (before !== undefined) return before;
  let found: Path[] | undefined;
  if (Object.hasOwn(value, FORBIDDEN)) (found ??= []).push([FORBIDDEN]);
  // By values: reading hundreds of thousands of them by their names takes seconds.
  Object.values(value).forEach((part: unknown, at) => {
    const inner = pathsIn(part, depth + 1);
    if (inner.length === 0) return;
    const key = Array.isArray(value) ? at : Object.keys(value)[at]!;
    for (const path of inner) (found ??= []).push([key, ...path]);
  });
  const paths = found ?? none;
  known.set(value, paths);
  return paths;
}
