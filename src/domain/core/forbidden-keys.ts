import type { Issue } from './issue.ts';
import type { Path } from './path.ts';

/** The key that programs in JavaScript confuse with the prototype of an object; servers refuse it. */
const FORBIDDEN = '__proto__';
/** Deeper parts are not looked at: a body nested that deep is refused for its depth. */
const DEEPEST = 64;

const none: readonly Path[] = Object.freeze([]);
/** Where the key is in an object or list, relative to it. Documents are never changed in place. */
const known = new WeakMap<object, readonly Path[]>();

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
  const isList = Array.isArray(value);
  let found: Path[] | undefined;
  for (const name of Object.keys(value)) {
    const key = isList ? Number(name) : name;
    if (key === FORBIDDEN) (found ??= []).push([key]);
    const inner = pathsIn((value as Record<string, unknown>)[name], depth + 1);
    for (const path of inner) (found ??= []).push([key, ...path]);
  }
  const paths = found ?? none;
  known.set(value, paths);
  return paths;
}
