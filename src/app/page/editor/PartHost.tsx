import { useState } from 'react';
import type { Path } from '#src/json/path.ts';
import { useProvideEditPart } from '#src/ui/focus/edit-part.ts';
import { pageHeading } from '#src/ui/focus/page-heading.ts';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';

const PartDialog = lazyPart(
  async () => (await import('#src/features/text/part/PartDialog.tsx')).PartDialog,
);

interface EditedPart {
  readonly path: Path;
  readonly isMember: ((key: string) => boolean) | undefined;
}

/** The dialog that edits one part of the document as JSON. */
export function PartHost() {
  const [part, setPart] = useState<EditedPart>();
  useProvideEditPart((path, isMember) => setPart({ path, isMember }));
  if (part === undefined) return null;
  const close = () => {
    setPart(undefined);
    // The dialog gives the focus back to its button, which has disappeared if the part was removed.
    requestAnimationFrame(() => restoreFocus(pageHeading()));
  };
  return (
    <PartBoundary onFailed={close}>
      <PartDialog {...part} onClose={close} />
    </PartBoundary>
  );
}
