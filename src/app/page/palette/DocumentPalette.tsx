import { useState } from 'react';
import { flushSync } from 'react-dom';
import { CommandPalette } from '#src/features/palette/CommandPalette.tsx';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import { documentCommands } from './document-commands.ts';
import { historyCommands } from './history-commands.ts';

interface DocumentPaletteProps {
  /** The command palette with the actions and steps of the form. */
  actions: readonly PaletteCommand[];
  /** Opens the field at a path. */
  goTo: (path: Path) => void;
  /** The parts of the document that have a field. Default: all. */
  isEditable?: (path: Path) => boolean;
  onClose: () => void;
}

const always = () => true;

/** The command palette with the problems, places and history of the document, and the actions of the page. */
export function DocumentPalette(props: DocumentPaletteProps) {
  const { actions, goTo, isEditable = always, onClose } = props;
  const editor = useEditor();
  const { root, store, generation } = editor;
  const issues = useAllIssues().filter(({ path }) => isEditable(path));
  // As of the moment it opens: the document does not change while it is open.
  const [inDocument] = useState(() => [
    ...documentCommands({ root, document: store.get(), generation, issues, isEditable, goTo }),
    ...historyCommands(editor),
  ]);
  const [problems, places] = split(inDocument, ({ kind }) => kind === 'problem');
  return (
    <CommandPalette
      commands={[...problems, ...actions, ...places]}
      onClose={onClose}
      onRun={(command) => {
        // The dialog gives the focus back when it closes; the command may move it after that.
        flushSync(onClose);
        command.run();
      }}
    />
  );
}

function split<T>(all: readonly T[], isFirst: (item: T) => boolean): [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((item) => !isFirst(item))];
}
