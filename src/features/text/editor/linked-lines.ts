import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { TextRange } from './text-paths.ts';

/** The most lines that are marked: a list may have thousands. */
const MAX_LINES = 200;

const setLinked = StateEffect.define<TextRange | undefined>();
const line = Decoration.line({ class: 'cm-linked' });

/** The lines of the field that has the focus in the form. */
export const linkedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLinked)) continue;
      const range = effect.value;
      if (range === undefined) next = Decoration.none;
      else {
        const { doc } = transaction.state;
        const first = doc.lineAt(range.from).number;
        const last = Math.min(doc.lineAt(range.to).number, first + MAX_LINES);
        const lines = Array.from({ length: last - first + 1 }, (_, index) =>
          line.range(doc.line(first + index).from),
        );
        next = Decoration.set(lines);
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks the lines of a range and scrolls to them; undefined removes the marks. */
export function showLinked(view: EditorView, range: TextRange | undefined): void {
  view.dispatch({
    effects: [
      setLinked.of(range),
      ...(range ? [EditorView.scrollIntoView(range.from, { y: 'nearest', yMargin: 60 })] : []),
    ],
  });
}
