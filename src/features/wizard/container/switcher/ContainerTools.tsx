import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { idsOf } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { listAt, type ListActions } from '#src/ui/lists/use-list-actions.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { listPaths, useView, type ContainerEntry } from '#src/features/wizard/view.ts';
import { sectionWords as words } from '../section-words.ts';
import styles from './switcher.module.css';
import { lostParts, turnContainer } from './turn-container.ts';

const ContainerMenu = lazyPart(async () => (await import('./ContainerMenu.tsx')).ContainerMenu);
const TurnDialog = lazyPart(async () => (await import('./TurnDialog.tsx')).TurnDialog);

interface ContainerToolsProps {
  entry: ContainerEntry;
  /** Name of the container, or its number. */
  name: string;
  count: number;
  actions: Pick<ListActions, 'move'>;
}

/** The menu of a container: copies it as JSON, moves it, and turns it into an init container or back. */
export function ContainerTools({ entry, name, count, actions }: ContainerToolsProps) {
  const translate = useTranslate();
  const { store } = useEditor();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  const { turn, dialog } = useTurn(entry, name);
  const { index } = entry;
  const copy = async () => {
    const text = JSON.stringify(getIn(store.get(), entry.path), null, 2);
    if (await copyText(text)) notify({ text: translate(words.copied(name)) });
  };
  const label = translate(words.moreActions(name));
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis size={16} aria-hidden />
      </button>
      {anchor && (
        <PartBoundary onFailed={close}>
          <ContainerMenu
            anchor={anchor}
            onClose={close}
            actions={[
              {
                label: translate(words.moveUp(name)),
                isOff: index === 0,
                run: () => actions.move(index, index - 1),
              },
              {
                label: translate(words.moveDown(name)),
                isOff: index === count - 1,
                run: () => actions.move(index, index + 1),
              },
              { label: translate(words.copyContainer(name)), run: () => void copy() },
              turn,
            ]}
          />
        </PartBoundary>
      )}
      {dialog}
    </>
  );
}

/** The action that turns a container into an init container or back, and its dialog. */
function useTurn(entry: ContainerEntry, name: string) {
  const { list } = entry;
  const { root, store, history, issues } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const { open } = useView();
  const [isAsking, setAsking] = useState(false);
  const isOnly = useDocument(
    (document) => list === 'containers' && listAt(document, listPaths.containers)?.length === 1,
  );
  const turn = () => {
    setAsking(false);
    const turned = turnContainer(root, store.get(), entry);
    const path = [...listPaths[turned.list], turned.index];
    store.edit(turned.document, { path });
    issues.checkNow();
    open(idsOf(listAt(turned.document, listPaths[turned.list]) ?? [])[turned.index] ?? '');
    // The button is that of another list now.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-switcher] [aria-current]')?.focus(),
    );
    notify({
      text: translate(list === 'containers' ? words.turned(name) : words.turnedBack(name)),
      action: {
        label: t('action.undo'),
        // Later edits cannot be separated from the move.
        ...undoEdit({ store, history }, path, (document) => document),
      },
    });
  };
  const lost = list === 'containers' ? lostParts(getIn(store.get(), entry.path)) : [];
  const dialog = isAsking && (
    <PartBoundary onFailed={() => setAsking(false)}>
      <TurnDialog name={name} lost={lost} onConfirm={turn} onCancel={() => setAsking(false)} />
    </PartBoundary>
  );
  const label = translate(
    isOnly ? words.onlyContainer : (list === 'containers' ? words.toInit : words.toContainer)(name),
  );
  const run = () => {
    const now = list === 'containers' ? lostParts(getIn(store.get(), entry.path)) : [];
    if (now.length > 0) setAsking(true);
    else turn();
  };
  return { turn: { label, isOff: isOnly, run }, dialog };
}
