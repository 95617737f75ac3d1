import { useState, type ReactNode } from 'react';
import type { StepId } from '#src/features/wizard/steps.ts';
import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { usePartNotice } from '../notices/use-part-notice.ts';
import { usePageKeys } from '../palette/use-page-keys.ts';

const UpdatePalette = lazyPart(async () => (await import('./UpdatePalette.tsx')).UpdatePalette);

interface UpdatePaletteOptions {
  deploymentPath: string;
  pathOf: (step: StepId) => string;
  onUpdate: () => void;
}

/** The command palette and the shortcut sheet of an update, with their keys. Returns what renders them. */
export function useUpdatePalette(
  options: UpdatePaletteOptions,
): (goTo: (path: Path) => void) => ReactNode {
  const [shown, setShown] = useState<'palette' | 'shortcuts'>();
  const notifyFailed = usePartNotice();
  const close = () => setShown(undefined);
  const onShortcuts = () => setShown('shortcuts');
  usePageKeys({
    onPalette: () => setShown('palette'),
    onShortcuts,
    onCreate: options.onUpdate,
  });
  return (goTo) =>
    shown && (
      <PartBoundary
        onFailed={(failure) => {
          close();
          notifyFailed(failure);
        }}
      >
        <UpdatePalette
          {...options}
          kind={shown}
          goTo={goTo}
          onShortcuts={onShortcuts}
          onClose={close}
        />
      </PartBoundary>
    );
}
