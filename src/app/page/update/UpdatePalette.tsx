import { useLocation } from 'wouter';
import { updateKeys } from '#src/domain/api/record-document.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import { ShortcutSheet } from '#src/features/palette/ShortcutSheet.tsx';
import { updateWords } from '#src/features/update/update-words.ts';
import type { StepId } from '#src/features/wizard/steps.ts';
import type { Path } from '#src/json/path.ts';
import { DocumentPalette } from '../palette/DocumentPalette.tsx';
import { actionCommand, useCommonCommands } from '../palette/use-common-commands.ts';

interface UpdatePaletteProps {
  kind: 'palette' | 'shortcuts';
  /** The address of the deployment. */
  deploymentPath: string;
  pathOf: (step: StepId) => string;
  goTo: (path: Path) => void;
  onUpdate: () => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** The command palette of an update, or the list of shortcuts. */
export function UpdatePalette({ kind, ...props }: UpdatePaletteProps) {
  return kind === 'palette' ? <Palette {...props} /> : <ShortcutSheet onClose={props.onClose} />;
}

function Palette(props: Omit<UpdatePaletteProps, 'kind'>) {
  const { deploymentPath, pathOf, goTo, onUpdate, onShortcuts, onClose } = props;
  const [, navigate] = useLocation();
  const { steps, edits, pages, settings } = useCommonCommands(pathOf);
  const own = (id: string, title: PaletteCommand['title'], run: () => void, keys?: string) =>
    ({ id, kind: 'action', title, isListed: true, run, ...(keys && { keys }) }) as const;
  return (
    <DocumentPalette
      actions={[
        own('action update', updateWords.update, onUpdate, 'Mod Enter'),
        ...steps,
        ...edits,
        own('action back', updateWords.back, () => navigate(deploymentPath)),
        ...pages,
        ...settings,
        actionCommand('shortcuts', onShortcuts, '?'),
      ]}
      goTo={goTo}
      isEditable={isEditable}
      onClose={onClose}
    />
  );
}

/** An update cannot change the rest. */
function isEditable(path: Path): boolean {
  return path.length === 0 || updateKeys.has(String(path[0]));
}
