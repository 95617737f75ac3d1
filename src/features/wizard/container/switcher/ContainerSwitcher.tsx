import Button from '@mui/material/Button';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useCallback, useId } from 'react';
import { idsOf } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import { isWithin } from '#src/json/path.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useDocument, useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { RowActions } from '#src/ui/lists/RowActions.tsx';
import { listAt, useListActions } from '#src/ui/lists/use-list-actions.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { ContainerTools } from './ContainerTools.tsx';
import { copyContainer } from './copy-container.ts';
import { isSameSummary, summarizeContainer } from './summarize-container.ts';
import { sectionWords } from '../section-words.ts';
import { stepOf, type StepId } from '#src/features/wizard/steps.ts';
import styles from './switcher.module.css';
import {
  containersOf,
  listPaths,
  useContainers,
  useOpenContainer,
  useView,
  type ContainerEntry,
} from '#src/features/wizard/view.ts';

/** Selects the container that a step shows. All container steps share the selection. */
export function ContainerSwitcher({
  step,
  editable = false,
  onPaste,
}: {
  step: StepId;
  editable?: boolean;
  /** Pastes a container from the clipboard. */
  onPaste?: () => void;
}) {
  const t = useWords();
  const translate = useTranslate();
  const { readOnly } = useEditor();
  const isChecked = useIsChecked();
  const open = useOpenContainer();
  const entries = useContainers();
  return (
    <nav aria-label={t('container.switcher')} data-switcher className={styles.switcher}>
      {editable && !readOnly && (
        // Hidden until the first check has added the counts, so that nothing visible moves.
        <span className={styles.adding} style={{ visibility: isChecked ? 'visible' : 'hidden' }}>
          <AddContainer list="containers" />
          <AddContainer list="init_containers" />
          {onPaste && (
            <Button
              size="small"
              variant="text"
              startIcon={<ClipboardPaste size={16} aria-hidden />}
              onClick={onPaste}
              className={styles.paste ?? ''}
            >
              <span>{translate(sectionWords.paste)}</span>
            </Button>
          )}
        </span>
      )}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} step={step} isOpen={entry.id === open?.id} />
      ))}
    </nav>
  );
}

function Entry({ entry, step, isOpen }: { entry: ContainerEntry; step: StepId; isOpen: boolean }) {
  const t = useWords();
  const { open } = useView();
  const { list, index } = entry;
  const counts = useIssueCounts(
    useCallback(
      (path) => isWithin(path, [...listPaths[list], index]) && stepOf(path) === step,
      [list, index, step],
    ),
  );
  const isInit = list === 'init_containers';
  const summaryId = useId();
  return (
    <button
      type="button"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => open(entry.id)}
      aria-describedby={summaryId}
      className={styles.entry}
    >
      <span className={styles.title}>
        {isInit && <span className={styles.init}>{t('container.init')}</span>}
        <span className={styles.name}>
          {entry.name || t('container.unnamed', { number: entry.index + 1 })}
        </span>
        <CountBadge counts={counts} />
      </span>
      <Summary id={summaryId} entry={entry} />
    </button>
  );
}

/** Image, counts and CPU: the description of the button, and not part of its name. */
function Summary({ id, entry: { list, index } }: { id: string; entry: ContainerEntry }) {
  const t = useWords();
  const { image, variables, ports, volumes, cpu } = useDocument(
    (document) => summarizeContainer(getIn(document, [...listPaths[list], index])),
    isSameSummary,
  );
  const parts = [
    variables > 0 && t('container.summary.variables', { count: variables }),
    ports > 0 && t('container.summary.ports', { count: ports }),
    volumes > 0 && t('container.summary.volumes', { count: volumes }),
    cpu !== '' && t('container.summary.cpu', { cpu }),
  ].filter((part) => part !== false);
  return (
    <span id={id} aria-hidden className={styles.summary}>
      <span translate="no" className={styles.image}>
        {image || t('container.summary.noImage')}
      </span>
      <span className={styles.counts}>{parts.map(withoutBreaks).join(' · ')}</span>
    </span>
  );
}

/** The line of counts breaks between them. */
const withoutBreaks = (count: string) => count.replaceAll(' ', '\u00a0');

function AddContainer({ list }: { list: ContainerList }) {
  const t = useWords();
  const { open, showSection } = useView();
  const editor = useEditor();
  const { store } = editor;
  const label = t(list === 'containers' ? 'container.add' : 'container.addInit');
  const actions = useListActions(listPaths[list], () => label);
  return (
    <Button
      size="small"
      variant={list === 'containers' ? 'outlined' : 'text'}
      startIcon={<Plus size={16} aria-hidden />}
      onClick={() => {
        actions.add({ name: freeName(store.get(), list), image_url: '' });
        const rows = listAt(store.get(), listPaths[list]) ?? [];
        open(idsOf(rows).at(-1) ?? '');
        showSection('general');
        focusPath(editor, [...listPaths[list], rows.length - 1, 'name']);
      }}
    >
      {label}
    </Button>
  );
}

/** Buttons to duplicate and remove the open container, and the menu of its other actions. */
export function OpenContainerActions({ entry }: { entry: ContainerEntry }) {
  const t = useWords();
  const editor = useEditor();
  const { open, showSection } = useView();
  const path = listPaths[entry.list];
  const count = useDocument((document) => (listAt(document, path) ?? []).length);
  const word = t(entry.list === 'containers' ? 'container.one' : 'container.oneInit');
  const name = entry.name || `${word} ${entry.index + 1}`;
  const actions = useListActions(path, () => name);
  /** Opens the copy and focuses its name. */
  const duplicate = (index: number) => {
    const document = editor.store.get();
    const original = listAt(document, path)?.[index];
    if (original === undefined) return;
    const taken = new Set(containersOf(document).map(({ name }) => name));
    actions.add(copyContainer(original, taken), index + 1);
    open(idsOf(listAt(editor.store.get(), path) ?? [])[index + 1] ?? '');
    showSection('general');
    focusPath(editor, [...path, index + 1, 'name']);
  };
  return (
    <div className={styles.actions}>
      <RowActions
        name={name}
        index={entry.index}
        isLast={entry.index === count - 1}
        actions={{ ...actions, duplicate }}
        nextFocus={nextContainerButton}
      />
      <ContainerTools entry={entry} name={name} count={count} actions={actions} />
    </div>
  );
}

/** The container that is open now, or the button that adds one. */
function nextContainerButton(): HTMLElement | null {
  const find = (what: string) =>
    document.querySelector<HTMLElement>(`[data-switcher] button${what}`);
  return find('[aria-current]') ?? find('');
}

/** The first of `container-0`, `container-1`, ... that is not in use in either list. */
function freeName(document: Parameters<typeof containersOf>[0], list: ContainerList): string {
  const taken = new Set(containersOf(document).map((entry) => entry.name));
  const stem = list === 'containers' ? 'container' : 'init';
  let number = 0;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
