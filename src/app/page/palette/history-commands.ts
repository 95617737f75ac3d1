import { jumpTo, timelineOf } from '#src/document/history/timeline.ts';
import { historyWords } from '#src/features/history/history-words.ts';
import { withOrigin } from '#src/features/history/origin-names.ts';
import { namedStep } from '#src/features/history/step-names.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import type { Editor } from '#src/ui/editing/editor.ts';

/** Steps that can be jumped to from the palette, on each side of the current one. */
const MAX_STEPS = 10;

/** The nearest steps of the history. The panel lists all of them. */
export function historyCommands({
  store,
  history,
  readOnly,
}: Pick<Editor, 'store' | 'history' | 'readOnly'>): readonly PaletteCommand[] {
  if (readOnly) return [];
  const { entries, position } = timelineOf(store);
  return entries.flatMap(({ document, edit }, index): PaletteCommand[] => {
    const before = entries[index - 1];
    const isNear = Math.abs(index - position) <= MAX_STEPS && index !== position;
    if (before === undefined || !isNear) return [];
    const { name, detail } = withOrigin(namedStep(before.document, document), edit?.origin);
    return [
      {
        id: `history ${index}`,
        kind: 'action',
        title: historyWords.goTo(name),
        ...(detail && { detail }),
        run: () => history.step(index < position ? 'undo' : 'redo', () => jumpTo(store, index)),
      },
    ];
  });
}
