import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { Listing } from '#src/client/queries/resources.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { useEdit, useEditor, useValue } from '#src/ui/editing/editor.ts';
import { toText } from '#src/ui/editing/inputs/leaf-text.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ListState } from './ListState.tsx';
import { PickerTools, type Filter } from './PickerTools.tsx';
import { pickerWords as words } from './picker-words.ts';
import styles from './picker.module.css';
import { RecordRow, type NamedRecord } from './RecordRow.tsx';

/** Shorter lists have no search. */
const SEARCH_ABOVE = 5;
/** The number of options shown at first, and added by each press of the button. */
const STEP = 50;

export interface PickerList<R> {
  query: UseQueryResult<Listing<R>>;
  lack: MissingForLists | undefined;
  label: string;
  /** Shown when the list is empty. */
  none: string;
}

interface PickerProps<R> extends PickerList<R> {
  path: Path;
  /** The texts that the search compares. */
  searchHint: Text;
  /** Text that the search matches. */
  textOf: (record: R) => string;
  filters?: readonly Filter<R>[];
  /** Column headings, for sighted users; each cell names itself. */
  head?: ReactNode;
  /** Below the options. */
  legend?: ReactNode;
  children: (record: R) => ReactNode;
}

/**
 * Lists records as options. Choosing one writes its ID at the path. The search has an input of its own, because the field
 * above writes to the document.
 */
export function Picker<R extends NamedRecord>(props: PickerProps<R>) {
  const { path, textOf, searchHint, filters = [], head, legend, children, ...list } = props;
  const { root, store, problemVisibility, readOnly } = useEditor();
  const edit = useEdit();
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<readonly string[]>([]);
  const [limit, setLimit] = useState(STEP);
  const value = toText(useValue(path)).trim();
  const pick = (id: string) => {
    edit((document) => writeAt(root, document, path, id), path);
    // The choice is complete, so show its problems now, such as a node that is not running.
    problemVisibility.touch(store.get(), path);
  };
  return (
    <ListState {...list}>
      {(records) => {
        const found = matching(records, { search, textOf, filters, active });
        const shown = chosenFirst(found, value, limit);
        return (
          <div role="group" aria-label={list.label} className={styles.picker}>
            {records.length > SEARCH_ABOVE && (
              <PickerTools
                records={records}
                query={list.query}
                found={found.length}
                search={search}
                hint={searchHint}
                filters={filters}
                active={active}
                onSearch={setSearch}
                onFilter={setActive}
                onEnter={() => found.length === 1 && !readOnly && pick(found[0]!.id)}
              />
            )}
            {head}
            {found.length === 0 && <p className={styles.status}>{translate(words.noMatch)}</p>}
            <div tabIndex={found.length > STEP ? -1 : undefined} className={styles.options}>
              {shown.map((record) => (
                <RecordRow
                  key={record.id}
                  record={record}
                  isChosen={record.id === value}
                  isDisabled={readOnly}
                  onPick={pick}
                >
                  {children(record)}
                </RecordRow>
              ))}
            </div>
            {found.length > shown.length && (
              <button
                type="button"
                className={styles.more}
                onClick={({ currentTarget }) =>
                  revealBefore(currentTarget, () => setLimit(limit + STEP))
                }
              >
                {translate(words.more(found.length - shown.length))}
              </button>
            )}
            {legend}
          </div>
        );
      }}
    </ListState>
  );
}

interface Search<R> {
  readonly search: string;
  readonly textOf: (record: R) => string;
  readonly filters: readonly Filter<R>[];
  readonly active: readonly string[];
}

/** The records with every word of the search that pass every active filter. */
function matching<R>(
  records: readonly R[],
  { search, textOf, filters, active }: Search<R>,
): readonly R[] {
  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const used = filters.filter(({ id }) => active.includes(id));
  if (parts.length === 0 && used.length === 0) return records;
  return records.filter((record) => {
    const text = textOf(record).toLowerCase();
    return parts.every((part) => text.includes(part)) && used.every(({ test }) => test(record));
  });
}

/** The first records, with the chosen one in front if it comes later. */
function chosenFirst<R extends NamedRecord>(
  records: readonly R[],
  id: string,
  limit: number,
): readonly R[] {
  const index = records.findIndex((record) => record.id === id);
  const first = records.slice(0, limit);
  return index < limit ? first : [records[index]!, ...first];
}
