import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Download, FilePlus2, X } from 'lucide-react';
import { FileButton } from '#src/ui/blocks/FileButton.tsx';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Draft } from '../draft-session.ts';
import { DraftTable } from './DraftTable.tsx';
import { writeDraftsFile } from './drafts-file.ts';
import { ListMessage } from './ListMessage.tsx';
import type { Template } from '../templates/template-database.ts';
import type { FilledTemplate } from '../templates/template-variables.ts';
import { TemplateSection } from '../templates/TemplateSection.tsx';
import type { DraftFacts } from './draft-facts.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import { useDraftList } from './use-draft-list.ts';

interface DraftsDialogProps {
  draft: Draft;
  facts: DraftFacts;
  onNew: () => void;
  onOpen: (id: string) => void;
  onUseTemplate: (filled: FilledTemplate, template: Template) => void;
  onClose: () => void;
}

/** All drafts in this browser: open, rename, duplicate, delete, download, and read from a file. */
export function DraftsDialog({
  draft,
  facts,
  onNew,
  onOpen,
  onUseTemplate,
  onClose,
}: DraftsDialogProps) {
  const translate = useTranslate();
  const isNarrow = useMediaQuery('(max-width: 719px)', { noSsr: true });
  const list = useDraftList(draft);
  const { drafts } = list;
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={isNarrow}
      fullWidth
      maxWidth="md"
      transitionDuration={0}
      aria-labelledby="drafts-title"
    >
      <div className={styles.header}>
        <h2 id="drafts-title" className={styles.title}>
          {translate(draftWords.title)}
        </h2>
        <IconButton aria-label={translate(draftWords.close)} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.body}>
        <p className={styles.help}>{translate(draftWords.help)}</p>
        <ListMessage list={list} />
        {drafts === undefined && <p role="status">{translate(draftWords.loading)}</p>}
        {drafts?.length === 0 && <p className={styles.none}>{translate(draftWords.none)}</p>}
        {drafts !== undefined && drafts.length > 0 && (
          <DraftTable draft={draft} facts={facts} list={list} onOpen={onOpen} />
        )}
        <TemplateSection headingLevel="h3" onUse={onUseTemplate} />
      </div>
      <DraftsFooter onRead={(text) => void list.read(text)} onNew={onNew} />
    </Dialog>
  );
}

interface DraftsFooterProps {
  onRead: (text: string) => void;
  onNew: () => void;
}

function DraftsFooter({ onRead, onNew }: DraftsFooterProps) {
  const translate = useTranslate();
  return (
    <div className={styles.footer}>
      <Button
        variant="text"
        size="small"
        startIcon={<Download size={16} aria-hidden />}
        onClick={() => void writeDraftsFile().then((text) => downloadText(text, 'drafts.json'))}
      >
        {translate(draftWords.download)}
      </Button>
      <FileButton
        label={translate(draftWords.read)}
        accept=".json,application/json"
        onFiles={([file]) => void file.text().then(onRead)}
      />
      <Button
        variant="contained"
        startIcon={<FilePlus2 size={16} aria-hidden />}
        onClick={onNew}
        className={styles.primary}
      >
        {translate(draftWords.newDraft)}
      </Button>
    </div>
  );
}
