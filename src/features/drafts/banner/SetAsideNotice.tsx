import Button from '@mui/material/Button';
import { useState } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { Banner } from './Banner.tsx';
import type { Draft } from '../draft-session.ts';
import styles from './drafts.module.css';
import { hideSetAside, markKey, type SetAside } from '../set-aside.ts';
import { deleteSetAside, rawText } from '../set-aside-actions.ts';
import { setAsideWords as words } from './set-aside-words.ts';

/** Stored drafts that cannot be opened: why, and what can be done with each. */
export function SetAsideNotice({ draft }: { draft: Draft }) {
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const [gone, setGone] = useState<readonly SetAside[]>([]);
  const items = draft.setAside.filter((item) => !gone.includes(item));
  if (items.length === 0) return null;
  const leave = (item: SetAside) => setGone((before) => [...before, item]);
  const remove = async (item: SetAside) => {
    const restore = await deleteSetAside(item);
    leave(item);
    const undo = async () => {
      await restore();
      setGone((before) => before.filter((one) => one !== item));
    };
    notify({
      text: translate(words.deleted),
      action: { label: t('action.undo'), run: () => void undo() },
    });
  };
  return (
    <Banner
      look="warning"
      title={translate(words.title(items.length))}
      help={translate(words.help)}
    >
      <ul
        ref={keepRowFocus}
        aria-label={translate(words.title(items.length))}
        className={styles.list}
      >
        {items.map((item) => (
          <Row
            key={markKey(item)}
            item={item}
            draft={draft}
            onHide={() => {
              hideSetAside(item);
              leave(item);
            }}
            onDelete={() => void remove(item)}
          />
        ))}
      </ul>
    </Banner>
  );
}

interface RowProps {
  item: SetAside;
  draft: Draft;
  onHide: () => void;
  onDelete: () => void;
}

function Row({ item, draft: { store, isElsewhere }, onHide, onDelete }: RowProps) {
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const { history } = useEditor();
  const { document } = item;
  const openHere = () => {
    const before = store.get();
    store.edit(document!, { origin: { kind: 'recovered' } });
    notify({
      text: translate(words.opened),
      action: { label: t('action.undo'), ...undoEdit({ store, history }, [], () => before) },
    });
  };
  const download = async () => {
    const name = item.id.replaceAll(/[^\w.-]+/g, '-');
    downloadText(await rawText(item), `${item.kind}-${name}.json`);
  };
  return (
    <li className={styles.item}>
      <div className={styles.itemText}>
        <span className={styles.origin}>
          <Origin item={item} />
        </span>{' '}
        {translate(words.fault[item.fault])}
      </div>
      <div className={styles.itemActions}>
        <Button size="small" variant="outlined" onClick={() => void download()}>
          {translate(words.download)}
        </Button>
        {document !== undefined && !isElsewhere && (
          <Button size="small" onClick={openHere}>
            {translate(words.open)}
          </Button>
        )}
        <Button size="small" onClick={onDelete}>
          {translate(words.delete)}
        </Button>
        <Button size="small" onClick={onHide}>
          {translate(words.hide)}
        </Button>
      </div>
    </li>
  );
}

/** Where a draft comes from, as far as it is known. */
function Origin({ item }: { item: SetAside }) {
  const translate = useTranslate();
  const language = useLanguage();
  if (item.kind === 'note') return translate(words.note);
  if (item.savedAt === undefined) return translate(words.undated);
  const when = formatDateTime(item.savedAt, language);
  return translate(words.saved(when));
}
