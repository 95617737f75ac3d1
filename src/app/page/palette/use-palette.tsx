import { useState, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { usePartNotice } from '../notices/use-part-notice.ts';
import type { OverlayKind } from './Overlay.tsx';
import type { PageActions } from './use-action-commands.ts';
import { usePageKeys } from './use-page-keys.ts';

const Overlay = lazyPart(async () => (await import('./Overlay.tsx')).Overlay);

interface Palette {
  /** All actions, with those that open the palette and the sheet. */
  readonly actions: PageActions;
  /** Renders the palette, the shortcut sheet, the export or the share dialog, if one is open. `goTo` opens the field at a path. */
  readonly render: (goTo: (path: Path) => void) => ReactNode;
}

/** The command palette, the shortcut sheet, and their keys. */
export function usePalette(
  others: Omit<PageActions, 'onPalette' | 'onShortcuts' | 'onExport' | 'onShare'>,
): Palette {
  const [shown, setShown] = useState<OverlayKind>();
  const notifyFailed = usePartNotice();
  const actions = {
    ...others,
    onPalette: () => setShown('palette'),
    onShortcuts: () => setShown('shortcuts'),
    onExport: () => setShown('export'),
    onShare: () => setShown('share'),
  };
  const close = () => setShown(undefined);
  usePageKeys(actions);
  return {
    actions,
    render: (goTo) =>
      shown && (
        <PartBoundary
          onFailed={(failure) => {
            close();
            notifyFailed(failure);
          }}
        >
          <Overlay kind={shown} actions={actions} goTo={goTo} onClose={close} />
        </PartBoundary>
      ),
  };
}
