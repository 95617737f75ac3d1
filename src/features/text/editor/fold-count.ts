import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** The number of members of the object or list that is folded between two offsets. */
export function countMembers(
  state: EditorState,
  { from }: { readonly from: number; readonly to: number },
): number {
  let node = syntaxTree(state).resolveInner(from, -1);
  while (node.name !== 'Object' && node.name !== 'Array') {
    if (node.parent === null) return 0;
    node = node.parent;
  }
  let count = 0;
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (/^\w+$/.test(child.name) && child.name !== '⚠') count += 1;
  return count;
}
