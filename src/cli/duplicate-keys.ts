import type { Node } from 'jsonc-parser';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/domain/core/path.ts';
import type { Places } from './places.ts';
import { duplicateKey } from './words.ts';

/** A key that stands in its object for a second time. */
export interface DuplicateKey {
  readonly offset: number;
  readonly issue: Issue;
}

/**
 * Keys that an object has more than once. JSON.parse keeps the last value without a word, so nobody
 * behind it can tell. A warning, as RFC 8259 only says that names should be unique.
 */
export function findDuplicateKeys(tree: Node, places: Places): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  // Calls itself once for each level, of which there are few (MAX_DEPTH).
  function walk(node: Node, path: Path): void {
    if (node.type === 'array') {
      node.children?.forEach((member, index) => walk(member, [...path, index]));
      return;
    }
    if (node.type !== 'object') return;
    const seen = new Map<string, number>();
    for (const { offset, children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      const before = seen.get(name);
      if (before !== undefined) {
        found.push({ offset, issue: issueOf([...path, name], name, places.at(before).line) });
      }
      seen.set(name, offset);
      walk(value, [...path, name]);
    }
  }
  walk(tree, []);
  return found;
}

function issueOf(path: Path, name: string, line: number): Issue {
  return {
    path,
    severity: 'warning',
    message: duplicateKey(name, line),
    source: 'RFC 8259, section 4',
  };
}
