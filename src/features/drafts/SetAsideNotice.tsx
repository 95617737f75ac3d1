import Button from '@mui/material/Button';
import { useState } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { Banner } from './Banner.tsx';
import { MAX_LEVELS } from './draft-record.ts';
import type { Draft } from './draft-session.ts';
import styles from './drafts.module.css';
import { hideSetAside, markKey, type SetAside } from './set-aside.ts';
import { deleteSetAside, rawText } from './set-aside-actions.ts';

/** Stored drafts that cannot be opened: why, and what can be done with each. */
export function SetAsideNotice({ draft }: { draft: Draft }) {
  const t = useWords();
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
      text: t('setAside.deleted'),
      action: { label: t('action.undo'), run: () => void undo() },
    });
  };
  return (
    <Banner
      look="warning"
      title={t('setAside.title', { count: items.length })}
      help={t('setAside.help')}
    >
      <ul aria-label={t('setAside.title', { count: items.length })} className={styles.list}>
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
  const notify = useNotify();
  const { history } = useEditor();
  const { document } = item;
  const openHere = () => {
    const before = store.get();
    store.edit(document!);
    notify({
      text: t('setAside.opened'),
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
        {t(`setAside.fault.${item.fault}`, { levels: MAX_LEVELS })}
      </div>
      <div className={styles.itemActions}>
        <Button size="small" variant="outlined" onClick={() => void download()}>
          {t('setAside.download')}
        </Button>
        {document !== undefined && !isElsewhere && (
          <Button size="small" onClick={openHere}>
            {t('setAside.open')}
          </Button>
        )}
        <Button size="small" onClick={onDelete}>
          {t('setAside.delete')}
        </Button>
        <Button size="small" onClick={onHide}>
          {t('setAside.hide')}
        </Button>
      </div>
    </li>
  );
}

/** Where a draft comes from, as far as it is known. */
function Origin({ item }: { item: SetAside }) {
  const t = useWords();
  const language = useLanguage();
  if (item.kind === 'note') return t('setAside.note');
  if (item.savedAt === undefined) return t('setAside.undated');
  const when = formatDateTime(item.savedAt, language);
  return t('setAside.saved', { when });
}
