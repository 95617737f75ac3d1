import Popover from '@mui/material/Popover';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import {
  configmapsQuery,
  secretsQuery,
  type Listing,
  type ReferenceRecord,
} from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { useEdit, useEditor, useValue } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ListState } from '../target-picker/ListState.tsx';
import type { ReferenceProps } from './reference-props.ts';
import styles from './reference-picker.module.css';
import { pickReferenceWords as words } from './words.ts';

/** The most options that are shown at once; the search finds the others. */
const MAX_SHOWN = 50;

type Pick = (name: string, key?: string) => void;

interface ReferencePickerProps extends ReferenceProps {
  anchor: HTMLElement;
  onClose: () => void;
}

/** Lists the configmaps or secrets of the project with their keys. Choosing one writes its name, and its key if it was chosen. */
export function ReferencePicker({ kind, path, keyPath, anchor, onClose }: ReferencePickerProps) {
  const editor = useEditor();
  const edit = useEdit();
  const translate = useTranslate();
  const id = useId();
  const lack = useMissingForLists();
  const query = useReferences(kind, lack === undefined);
  const pick: Pick = (name, key) => {
    onClose();
    edit((document) => {
      const named = writeAt(editor.root, document, path, name);
      if (keyPath === undefined || key === undefined) return named;
      return writeAt(editor.root, named, keyPath, key);
    }, path);
    // The closing dialog restores the focus first.
    requestAnimationFrame(() => focusPath(editor, keyPath ?? path));
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': id, className: styles.paper },
      }}
    >
      <h2 id={id} className={styles.title}>
        {translate(words.titles[kind])}
      </h2>
      <ListState query={query} lack={lack} none={translate(words.none)}>
        {(records) => (
          <References
            records={records}
            path={path}
            withKeys={keyPath !== undefined}
            onPick={pick}
          />
        )}
      </ListState>
    </Popover>
  );
}

function useReferences(kind: ReferenceProps['kind'], enabled: boolean) {
  const session = useSession();
  const query = kind === 'configmap' ? configmapsQuery(session) : secretsQuery(session);
  return useQuery({ ...query, enabled, select: toListing });
}

function toListing(records: readonly ReferenceRecord[]): Listing<ReferenceRecord> {
  return { records, isComplete: true };
}

interface ReferencesProps {
  records: readonly ReferenceRecord[];
  path: ReferenceProps['path'];
  /** True if a key can be chosen. */
  withKeys: boolean;
  onPick: Pick;
}

function References({ records, path, withKeys, onPick }: ReferencesProps) {
  const translate = useTranslate();
  const chosen = useValue(path);
  const [search, setSearch] = useState('');
  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = records.filter(({ name, keys }) => {
    const text = [name, ...keys].join(' ').toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  const shown = found.slice(0, MAX_SHOWN);
  return (
    <>
      <TextInput
        type="search"
        value={search}
        aria-label={translate(words.search)}
        placeholder={translate(words.hint)}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          const [only, ...others] = found;
          if (!isPlainEnter(event)) return;
          event.preventDefault();
          if (only && others.length === 0) onPick(only.name);
        }}
      />
      {found.length === 0 && (
        <p role="status" className={styles.note}>
          {translate(words.noMatch)}
        </p>
      )}
      <ul className={styles.list}>
        {shown.map(({ name, keys }) => (
          <li key={name} className={styles.record}>
            <button
              type="button"
              translate="no"
              aria-current={name === chosen}
              className={styles.name}
              onClick={() => onPick(name)}
            >
              <ForeignName text={name} />
            </button>
            {keys.length > 0 && (
              <ul translate="no" aria-label={translate(words.keysOf(name))} className={styles.keys}>
                {keys.map((key) => (
                  <li key={key}>
                    {withKeys ? (
                      <button
                        type="button"
                        className={styles.key}
                        onClick={() => onPick(name, key)}
                      >
                        {key}
                      </button>
                    ) : (
                      <span className={styles.key}>{key}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <p className={styles.note}>{translate(words.more(found.length - shown.length))}</p>
      )}
    </>
  );
}
