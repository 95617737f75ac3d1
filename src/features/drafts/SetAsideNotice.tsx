import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { downloadText } from '#src/ui/copy-and-download.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { Banner } from './Banner.tsx';
import { MAX_LEVELS } from './draft-record.ts';
import type { Draft } from './draft-session.ts';
import { deleteSetAside, hideSetAside, keyOf, rawText, type SetAside } from './set-aside.ts';

/** Stored drafts that cannot be opened: why, and what can be done with each. */
export function SetAsideNotice({ draft }: { draft: Draft }) {
  const t = useWords();
  const notify = useNotify();
  const [gone, setGone] = useState<readonly SetAside[]>([]);
  const items = draft.setAside.filter((item) => !gone.includes(item));
  if (items.length === 0) return null;
  const leave = (item: SetAside) => setGone((before) => [...before, item]);
  const remove = async (item: SetAside) => {
    const bringBack = await deleteSetAside(item);
    leave(item);
    const undo = async () => {
      await bringBack();
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
      <Box
        component="ul"
        aria-label={t('setAside.title', { count: items.length })}
        sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}
      >
        {items.map((item) => (
          <Row
            key={keyOf(item)}
            item={item}
            draft={draft}
            onHide={() => {
              hideSetAside(item);
              leave(item);
            }}
            onDelete={() => void remove(item)}
          />
        ))}
      </Box>
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
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        py: 1,
        borderTop: '1px solid',
        borderColor: 'divider',
        '&:last-of-type': { pb: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          <Origin item={item} />
        </Box>{' '}
        {t(`setAside.fault.${item.fault}`, { levels: MAX_LEVELS })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
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
      </Box>
    </Box>
  );
}

/** Where a draft comes from, as far as it is known. */
function Origin({ item }: { item: SetAside }) {
  const t = useWords();
  const language = useLanguage();
  if (item.kind === 'note') return t('setAside.note');
  if (item.savedAt === undefined) return t('setAside.undated');
  const when = new Date(item.savedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return t('setAside.saved', { when });
}
