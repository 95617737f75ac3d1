import { useState } from 'react';
import { flushSync } from 'react-dom';
import { CommandPalette } from '#src/features/palette/CommandPalette.tsx';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import { documentCommands } from './document-commands.ts';
import { historyCommands } from './history-commands.ts';
import { useActionCommands, type PageActions } from './use-action-commands.ts';

interface PaletteHostProps {
  actions: PageActions;
  /** Opens the field at a path. */
  goTo: (path: Path) => void;
  onClose: () => void;
}

/** The command palette, with the commands of all parts of the page. */
export function PaletteHost({ actions, goTo, onClose }: PaletteHostProps) {
  const editor = useEditor();
  const { root, store, generation } = editor;
  const issues = useAllIssues();
  // As of the moment it opens: the document does not change while it is open.
  const [inDocument] = useState(() => [
    ...documentCommands({ root, document: store.get(), generation, issues, goTo }),
    ...historyCommands(editor),
  ]);
  const [problems, places] = split(inDocument, ({ kind }) => kind === 'problem');
  const commands = [
    ...problems,
    ...useActionCommands(actions).filter(({ id }) => id !== 'action palette'),
    ...places,
  ];
  return (
    <CommandPalette
      commands={commands}
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
