import { useState, type ClipboardEvent, type ReactNode } from 'react';
import { insertAt } from '#src/document/edits.ts';
import { idsOf } from '#src/document/row-ids.ts';
import type { JsonList, JsonObject } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { containersOf, listPaths, useView } from '#src/features/wizard/view.ts';
import { readContainers, withFreeNames } from './container-json.ts';
import { sectionWords as words } from '../section-words.ts';

const PasteContainer = lazyPart(async () => (await import('./PasteContainer.tsx')).PasteContainer);

/**
 * Adds containers from JSON text: pasted while the focus is outside of a field (`onPaste`), read from the clipboard by a
 * button, or entered into a dialog if the browser does not let the page read the clipboard.
 */
export function useContainerPaste(): {
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly pasteFromClipboard: () => Promise<void>;
  readonly dialog: ReactNode;
} {
  const add = useAddContainers();
  const [asked, setAsked] = useState<string>();
  return {
    onPaste(event) {
      const isField = (event.target as Element).closest('input, textarea, select, [role="dialog"]');
      if (event.defaultPrevented || isField) return;
      const containers = readContainers(event.clipboardData.getData('text/plain'));
      if (containers === undefined) return;
      event.preventDefault();
      add(containers);
    },
    async pasteFromClipboard() {
      const text = await readClipboard();
      const containers = readContainers(text);
      if (containers === undefined) setAsked(text);
      else add(containers);
    },
    dialog: asked !== undefined && (
      <PartBoundary onFailed={() => setAsked(undefined)}>
        <PasteContainer
          text={asked}
          onAdd={(containers) => {
            setAsked(undefined);
            add(containers);
          }}
          onCancel={() => setAsked(undefined)}
        />
      </PartBoundary>
    ),
  };
}

async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    // Not allowed, or a browser or page without it.
    return '';
  }
}

/** Adds containers at the end under free names, as one undo step, and opens the first of them. */
function useAddContainers(): (containers: readonly JsonObject[]) => void {
  const editor = useEditor();
  const { root, store, readOnly } = editor;
  const { open, showSection } = useView();
  const notify = useNotify();
  const translate = useTranslate();
  return (containers) => {
    if (readOnly) return;
    const document = store.get();
    const path = listPaths.containers;
    const taken = new Set(containersOf(document).map(({ name }) => name));
    const present = listAt(document, path) ?? [];
    const added = withFreeNames(containers, taken);
    const next = added.reduce<JsonList>((list, row) => insertAt(list, list.length, row), present);
    store.edit(writeAt(root, document, path, next), { path: [...path, present.length] });
    open(idsOf(next)[present.length] ?? '');
    showSection('general');
    const names = containersOf(store.get())
      .filter(({ list }) => list === 'containers')
      .slice(present.length)
      .map(({ name, index }) => name || `#${index + 1}`);
    notify({ text: translate(words.pasted(names.join(', '))) });
    focusPath(editor, [...path, present.length, 'name']);
  };
}
