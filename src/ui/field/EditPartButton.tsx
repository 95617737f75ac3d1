import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWasIdle } from '#src/ui/parts/use-was-idle.ts';
import type { PartButtonProps } from './PartButton.tsx';

const PartButton = lazyPart(async () => (await import('./PartButton.tsx')).PartButton);

/** The button that opens the part of the document that a card shows. It loads after the first step is editable. */
export function EditPartButton(props: PartButtonProps) {
  const { readOnly } = useEditor();
  const wasIdle = useWasIdle();
  if (readOnly || !wasIdle) return null;
  return (
    <PartBoundary>
      <PartButton {...props} />
    </PartBoundary>
  );
}
