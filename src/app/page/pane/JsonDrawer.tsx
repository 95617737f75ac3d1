import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { DocumentPane } from './DocumentPane.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './json-drawer.module.css';

/** The JSON as a drawer over the form, where there is no room beside it. */
export function JsonDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
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
