import { useColorScheme } from '@mui/material/styles';
import { useLocation } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import { stepIds, type StepId } from '#src/features/wizard/steps.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useChangeLanguage } from '#src/app/words/use-change-language.ts';
import { actionWords, stepWords } from './action-words.ts';

type ActionId = keyof typeof actionWords;

export function actionCommand(id: ActionId, run: () => void, keys?: string): PaletteCommand {
  return {
    id: `action ${id}`,
    kind: 'action',
    title: actionWords[id],
    ...(keys && { keys }),
    isListed: true,
    run,
  };
}

/** The commands of every page with a wizard. `pathOf` is the address of a step. */
export function useCommonCommands(pathOf: (step: StepId) => string) {
  const { store, history, readOnly } = useEditor();
  const { open: openConnection } = useConnection();
  const { setMode } = useColorScheme();
  const changeLanguage = useChangeLanguage();
  const [, navigate] = useLocation();
  return {
    steps: stepIds.map((id): PaletteCommand => ({
      id: `step ${id}`,
      kind: 'step',
      title: stepWords[id],
      isListed: true,
      run: () => navigate(pathOf(id)),
    })),
    edits: [
      ...(!readOnly && store.canUndo() ? [actionCommand('undo', history.undo, 'Mod Z')] : []),
      ...(!readOnly && store.canRedo() ? [actionCommand('redo', history.redo, 'Mod Shift Z')] : []),
    ],
    pages: [
      actionCommand('deployments', () => navigate('/deployments')),
      actionCommand('rollouts', () => navigate('/rollouts')),
      actionCommand('requests', () => navigate('/requests')),
    ],
    settings: [
      actionCommand('connection', openConnection),
      actionCommand('language', () => void changeLanguage()),
      ...(['system', 'light', 'dark'] as const).map((mode) =>
        actionCommand(mode, () => setMode(mode)),
      ),
    ],
  };
}
