import { useState, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { usePartNotice } from '../notices/use-part-notice.ts';
import type { PageActions } from './use-action-commands.ts';
import { usePageKeys } from './use-page-keys.ts';

const PaletteHost = lazyPart(async () => (await import('./PaletteHost.tsx')).PaletteHost);
const ExportHost = lazyPart(async () => (await import('../export/ExportHost.tsx')).ExportHost);
const ShortcutSheet = lazyPart(
  async () => (await import('#src/features/palette/ShortcutSheet.tsx')).ShortcutSheet,
);

interface Palette {
  /** All actions, with those that open the palette and the sheet. */
  readonly actions: PageActions;
  /** Renders the palette, the shortcut sheet or the export dialog, if one is open. `goTo` opens the field at a path. */
  readonly render: (goTo: (path: Path) => void) => ReactNode;
}

/** The command palette, the shortcut sheet, and their keys. */
export function usePalette(
  others: Omit<PageActions, 'onPalette' | 'onShortcuts' | 'onExport'>,
): Palette {
  const [shown, setShown] = useState<'palette' | 'shortcuts' | 'export'>();
  const notifyFailed = usePartNotice();
  const actions = {
    ...others,
    onPalette: () => setShown('palette'),
    onShortcuts: () => setShown('shortcuts'),
    onExport: () => setShown('export'),
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
          {shown === 'palette' && <PaletteHost actions={actions} goTo={goTo} onClose={close} />}
          {shown === 'shortcuts' && <ShortcutSheet onClose={close} />}
          {shown === 'export' && <ExportHost onClose={close} />}
        </PartBoundary>
      ),
  };
}
