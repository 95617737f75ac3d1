import Button from '@mui/material/Button';
import { flushSync } from 'react-dom';
import type { Text } from '#src/domain/core/text.ts';
import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './list.module.css';
import type { ListActions } from './use-list-actions.ts';
import type { RowSelection } from './use-row-selection.ts';

interface SelectionBarProps {
  /** Ids of the rows shown. */
  shown: readonly string[];
  selected: ReadonlySet<string>;
  selection: RowSelection;
  actions: ListActions;
  /** The id that those of the buttons of the list begin with. */
  listId: string;
}

/** The actions change rows that the search hides, too, so the count says how many there are. */
const withHidden = (count: number, hidden: number): Text => ({
  en: `${count} selected, ${hidden} of them hidden by the search`,
  zh: `已选 ${count} 项，其中 ${hidden} 项因搜索条件未显示`,
});

/** The actions for the selected rows of a list. */
export function SelectionBar(props: SelectionBarProps) {
  const { shown, selected, selection, actions, listId } = props;
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const hidden = selected.size - shown.filter((id) => selected.has(id)).length;
  const buttonOf = (name: 'select' | 'add') => document.getElementById(`${listId}-${name}`);
  const end = () => {
    flushSync(selection.end);
    // A single row is not offered for selection.
    restoreFocus(buttonOf('select') ?? buttonOf('add'));
  };
  const remove = () => {
    actions.removeAll(selected);
    selection.end();
    buttonOf('add')?.focus();
  };
  const copy = async () => {
    if (await copyText(actions.toJson(selected)))
      notify({ text: t('list.copiedRows', { count: selected.size }) });
  };
  const buttons = [
    { key: 'selectAll', run: selection.toggleAll },
    { key: 'copySelected', run: () => void copy() },
    { key: 'duplicateSelected', run: () => actions.duplicateAll(selected) },
    { key: 'removeSelected', run: remove },
    { key: 'endSelection', run: end },
  ] as const;
  return (
    <div role="group" aria-label={t('list.selection')} className={styles.selection}>
      <span role="status">
        {hidden === 0
          ? t('list.selected', { count: selected.size })
          : translate(withHidden(selected.size, hidden))}
      </span>
      {buttons.map(({ key, run }) => (
        <Button
          key={key}
          size="small"
          variant="text"
          disabled={selected.size === 0 && key.endsWith('Selected')}
          onClick={run}
        >
          {t(`list.${key}`)}
        </Button>
      ))}
    </div>
  );
}
