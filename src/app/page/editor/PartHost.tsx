import { useState } from 'react';
import type { Path } from '#src/json/path.ts';
import { useProvideEditPart } from '#src/ui/focus/edit-part.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';

const PartDialog = lazyPart(
  async () => (await import('#src/features/text/part/PartDialog.tsx')).PartDialog,
);

/** The dialog that edits one part of the document as JSON. */
export function PartHost() {
  const [path, setPath] = useState<Path>();
  useProvideEditPart(setPath);
  if (path === undefined) return null;
  const close = () => setPath(undefined);
  return (
    <PartBoundary onFailed={close}>
      <PartDialog path={path} onClose={close} />
    </PartBoundary>
  );
}
