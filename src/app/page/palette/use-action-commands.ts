import { useColorScheme } from '@mui/material/styles';
import { useLocation } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import { setChangesOpen } from '#src/features/changes/changes-open.ts';
import { openHistory } from '#src/features/history/history-open.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import { useJsonActions } from '#src/features/preview/use-json-actions.ts';
import { stepIds } from '#src/features/wizard/steps.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useChangeLanguage } from '../../words/use-change-language.ts';
import { actionWords, stepWords } from './action-words.ts';

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

type ActionId = keyof typeof actionWords;

/** Everything the page can do, and its steps. */
export function useActionCommands(actions: PageActions): readonly PaletteCommand[] {
  const { store, history, readOnly } = useEditor();
  const { open: openConnection } = useConnection();
  const { setMode } = useColorScheme();
  const changeLanguage = useChangeLanguage();
  const json = useJsonActions();
  const [, navigate] = useLocation();
  const action = (id: ActionId, run: () => void, keys?: string): PaletteCommand => ({
    id: `action ${id}`,
    kind: 'action',
    title: actionWords[id],
    ...(keys && { keys }),
    isListed: true,
    run,
  });
  const edits = readOnly
    ? []
    : [
        ...(store.canUndo() ? [action('undo', history.undo, 'Mod Z')] : []),
        ...(store.canRedo() ? [action('redo', history.redo, 'Mod Shift Z')] : []),
        action('history', openHistory),
        action('startNew', actions.onStartNew),
      ];
  return [
    action('create', actions.onCreate, 'Mod Enter'),
    ...stepIds.map((id): PaletteCommand => ({
      id: `step ${id}`,
      kind: 'step',
      title: stepWords[id],
      isListed: true,
      run: () => navigate(`/new/${id}`),
    })),
    ...edits,
    action('changes', () => setChangesOpen(true)),
    action('import', actions.onImport),
    action('drafts', actions.onDrafts),
    action('deployments', () => navigate('/deployments')),
    action('requests', () => navigate('/requests')),
    action('start', () => navigate('/start')),
    action('editText', actions.onEditText),
    action('export', actions.onExport),
    action('share', actions.onShare),
    action('copyJson', () => void json.copy()),
    action('download', json.download),
    action('connection', openConnection),
    action('language', () => void changeLanguage()),
    ...(['system', 'light', 'dark'] as const).map((mode) => action(mode, () => setMode(mode))),
    action('palette', actions.onPalette, 'Mod K'),
    action('shortcuts', actions.onShortcuts, '?'),
  ];
}
