import { useLocation } from 'wouter';
import { setChangesOpen } from '#src/features/changes/changes-open.ts';
import { openHistory } from '#src/features/history/history-open.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import { useJsonActions } from '#src/features/preview/use-json-actions.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { actionCommand, useCommonCommands } from './use-common-commands.ts';

/** The actions that the parts of the page contribute to the command palette. */
export interface PageActions {
  readonly onCreate: () => void;
  readonly onStartNew: () => void;
  readonly onImport: () => void;
  readonly onDrafts: () => void;
  readonly onEditText: () => void;
  readonly onExport: () => void;
  readonly onShare: () => void;
  readonly onPalette: () => void;
  readonly onShortcuts: () => void;
}

/** Everything the page can do, and its steps. */
export function useActionCommands(actions: PageActions): readonly PaletteCommand[] {
  const { readOnly } = useEditor();
  const json = useJsonActions();
  const [, navigate] = useLocation();
  const { steps, edits, pages, settings } = useCommonCommands((step) => `/new/${step}`);
  const newDocument = [
    actionCommand('history', openHistory),
    actionCommand('startNew', actions.onStartNew),
  ];
  return [
    actionCommand('create', actions.onCreate, 'Mod Enter'),
    ...steps,
    ...edits,
    ...(readOnly ? [] : newDocument),
    actionCommand('changes', () => setChangesOpen(true)),
    actionCommand('import', actions.onImport),
    actionCommand('drafts', actions.onDrafts),
    ...pages,
    actionCommand('start', () => navigate('/start')),
    actionCommand('editText', actions.onEditText),
    actionCommand('export', actions.onExport),
    actionCommand('share', actions.onShare),
    actionCommand('copyJson', () => void json.copy()),
    actionCommand('download', json.download),
    ...settings,
    actionCommand('palette', actions.onPalette, 'Mod K'),
    actionCommand('shortcuts', actions.onShortcuts, '?'),
  ];
}
