import IconButton from '@mui/material/IconButton';
import type { UseQueryResult } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useId } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { pickerWords as words } from './picker-words.ts';
import styles from './picker.module.css';

export interface Filter<R> {
  readonly id: string;
  readonly label: string;
  readonly test: (record: R) => boolean;
}

interface PickerToolsProps<R> {
  records: readonly R[];
  query: Pick<UseQueryResult, 'dataUpdatedAt' | 'isFetching' | 'refetch'>;
  found: number;
  search: string;
  hint: Text;
  filters: readonly Filter<R>[];
  active: readonly string[];
  onSearch: (search: string) => void;
  onFilter: (active: readonly string[]) => void;
  onEnter: () => void;
}

/** Search, filters with their counts, and when the list was read. */
export function PickerTools<R>(props: PickerToolsProps<R>) {
  const { records, query, found, search, hint, filters, active, onSearch, onFilter, onEnter } =
    props;
  const translate = useTranslate();
  const id = useId();
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <label htmlFor={id}>{translate(words.search)}</label>
        <TextInput
          id={id}
          type="search"
          value={search}
          placeholder={translate(hint)}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            onEnter();
          }}
        />
        <span role="status" className={styles.small}>
          {translate(words.found(found, records.length))}
        </span>
        <ReadAge query={query} />
      </div>
      {filters.length > 0 && (
        <div role="group" aria-label={translate(words.filters)} className={styles.filters}>
          {filters.map((filter) => {
            const isActive = active.includes(filter.id);
            return (
              <button
                key={filter.id}
                type="button"
                aria-pressed={isActive}
                className={styles.filter}
                onClick={() =>
                  onFilter(
                    isActive ? active.filter((one) => one !== filter.id) : [...active, filter.id],
                  )
                }
              >
                {filter.label} <b>{records.filter(filter.test).length}</b>
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}

function ReadAge({ query }: Pick<PickerToolsProps<unknown>, 'query'>) {
  const language = useLanguage();
  const translate = useTranslate();
  const now = useNow(10_000);
  const { dataUpdatedAt, isFetching, refetch } = query;
  return (
    <span className={styles.read}>
      <span className={styles.small}>
        {translate(words.read(formatAge(now - dataUpdatedAt, language)))}
      </span>
      <IconButton
        size="small"
        aria-label={translate(words.refresh)}
        title={translate(words.refresh)}
        aria-disabled={isFetching}
        onClick={() => !isFetching && void refetch()}
      >
        <RefreshCw size={16} aria-hidden />
      </IconButton>
    </span>
  );
}
