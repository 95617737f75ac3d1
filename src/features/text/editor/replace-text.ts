import { Annotation, Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Marks a change that does not come from the user, so that it is not read back into the document. */
export const externalChange = Annotation.define<boolean>();

/** Replaces the text by changing only what differs, so that cursor, folds and scroll position stay. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const shared = Math.min(before.length, text.length);
  let start = 0;
  while (start < shared && before.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shared - start &&
    before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
  )
    end += 1;
  view.dispatch({
    changes: {
      from: start,
      to: before.length - end,
      insert: text.slice(start, text.length - end),
    },
    annotations: [externalChange.of(true), Transaction.addToHistory.of(false)],
  });
}
