import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { Listing } from '#src/client/queries/resources.ts';
import type { Path } from '#src/json/path.ts';
import { useEdit, useEditor, useValue } from '#src/ui/editing/editor.ts';
import { toText } from '#src/ui/editing/inputs/leaf-text.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { ListSearch } from '#src/ui/lists/ListSearch.tsx';
import { ListState } from './ListState.tsx';
import { RecordOption, type NamedRecord } from './RecordOption.tsx';
import styles from './picker.module.css';

/** Longer lists get a search field. The input above cannot filter, because it writes to the document. */
const SEARCH_ABOVE = 5;

interface PickerProps<R> {
  query: UseQueryResult<Listing<R>>;
  lack: MissingForLists | undefined;
  path: Path;
  label: string;
  /** Shown when the list is empty. */
  none: string;
  /** Text that the search matches. */
  textOf: (record: R) => string;
  children: (record: R) => ReactNode;
}

/** Lists records as options. Choosing one writes its ID at the path. */
export function Picker<R extends NamedRecord>({ path, textOf, children, ...list }: PickerProps<R>) {
  const { root, store, problemVisibility, readOnly } = useEditor();
  const edit = useEdit();
  const [search, setSearch] = useState('');
  const value = toText(useValue(path)).trim();
  const pick = (id: string) => {
    edit((document) => writeAt(root, document, path, id), path);
    // The choice is complete, so show its problems now, such as a node that is not running.
    problemVisibility.touch(store.get(), path);
  };
  const wanted = search.trim().toLowerCase();
  return (
    <ListState {...list}>
      {(records) => {
        const shown = records.filter((record) => textOf(record).toLowerCase().includes(wanted));
        return (
          <div role="group" aria-label={list.label} className={styles.picker}>
            {records.length > SEARCH_ABOVE && (
              <ListSearch
                value={search}
                onChange={setSearch}
                matches={shown.length}
                total={records.length}
              />
            )}
            <div className={styles.options}>
              {shown.map((record) => (
                <RecordOption
                  key={record.id}
                  record={record}
                  isChosen={record.id === value}
                  isDisabled={readOnly}
                  onPick={pick}
                >
                  {children(record)}
                </RecordOption>
              ))}
            </div>
          </div>
        );
      }}
    </ListState>
  );
}
