import type { Path } from '#src/json/path.ts';
import { DocumentPalette } from './DocumentPalette.tsx';
import { useActionCommands, type PageActions } from './use-action-commands.ts';

interface PaletteHostProps {
  actions: PageActions;
  /** Opens the field at a path. */
  goTo: (path: Path) => void;
  onClose: () => void;
}

/** The command palette, with the commands of all parts of the page. */
export function PaletteHost({ actions, goTo, onClose }: PaletteHostProps) {
  const commands = useActionCommands(actions).filter(({ id }) => id !== 'action palette');
  return <DocumentPalette actions={commands} goTo={goTo} onClose={onClose} />;
}
