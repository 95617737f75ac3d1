import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { DocumentPane } from './DocumentPane.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './json-drawer.module.css';

interface JsonDrawerProps {
  draft: Pick<Draft, 'id' | 'isElsewhere'>;
  isOpen: boolean;
  onClose: () => void;
  /** See DocumentPane. */
  hidesExport?: boolean;
}

/** The JSON as a drawer over the form, where there is no room beside it. */
export function JsonDrawer({ draft, isOpen, onClose, hidesExport }: JsonDrawerProps) {
  const t = useWords();
  return (
    <Drawer
      anchor="right"
      open={isOpen}
      onClose={onClose}
      slotProps={{
        paper: { className: styles.paper, 'aria-label': t('preview.heading') },
      }}
    >
      <div data-shows-document className={styles.content}>
        <DocumentPane
          draft={draft}
          hidesExport={hidesExport}
          onLeave={onClose}
          close={
            <IconButton size="small" aria-label={t('action.close')} onClick={onClose}>
              <X size={18} aria-hidden />
            </IconButton>
          }
        />
      </div>
    </Drawer>
  );
}
