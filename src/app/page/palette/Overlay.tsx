import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import type { PageActions } from './use-action-commands.ts';

const PaletteHost = lazyPart(async () => (await import('./PaletteHost.tsx')).PaletteHost);
const ExportHost = lazyPart(async () => (await import('../export/ExportHost.tsx')).ExportHost);
const ShareHost = lazyPart(async () => (await import('../share/ShareHost.tsx')).ShareHost);
const ShortcutSheet = lazyPart(
  async () => (await import('#src/features/palette/ShortcutSheet.tsx')).ShortcutSheet,
);

/** The dialogs that actions of the page open. */
export type OverlayKind = 'palette' | 'shortcuts' | 'export' | 'share';

interface OverlayProps {
  kind: OverlayKind;
  actions: PageActions;
  /** Opens the field at a path. */
  goTo: (path: Path) => void;
  onClose: () => void;
}

/** The palette, the shortcut sheet, the export or the share dialog. */
export function Overlay({ kind, actions, goTo, onClose }: OverlayProps) {
  if (kind === 'palette') return <PaletteHost actions={actions} goTo={goTo} onClose={onClose} />;
  if (kind === 'shortcuts') return <ShortcutSheet onClose={onClose} />;
  if (kind === 'export') return <ExportHost onClose={onClose} />;
  return <ShareHost onClose={onClose} />;
}
