import { useState, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import type { PendingPaste } from './pending-paste.ts';
import type { PastedKind } from './read-rows.ts';

const RowPaste = lazyPart(async () => (await import('./RowPaste.tsx')).RowPaste);

/**
 * Offers to turn pasted lines into rows. Render `dialog` beside the list, and pass `pasteHandlerFor(row)` to the text
 * fields of each row. A single line with `sign` is more than the value of one field.
 */
export function useRowPaste(
  kind: PastedKind,
  sign: string,
): { readonly dialog: ReactNode; readonly pasteHandlerFor: (row: Path) => PasteHandler } {
  const [pending, setPending] = useState<PendingPaste>();
  return {
    dialog: pending && (
      <PartBoundary
        onFailed={() => {
          pending.insertAsText();
          setPending(undefined);
        }}
      >
        <RowPaste {...pending} kind={kind} onClose={() => setPending(undefined)} />
      </PartBoundary>
    ),
    pasteHandlerFor: (row) => (pasted, insertAsText) => {
      const isRows = /[\n\t]/.test(pasted) || pasted.includes(sign);
      if (isRows) setPending({ row, pasted, insertAsText });
      return isRows;
    },
  };
}
