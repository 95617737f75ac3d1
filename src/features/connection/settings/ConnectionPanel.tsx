import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TargetState } from '#src/client/targets/target-state.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './panel.module.css';
import { SettingsForm } from './SettingsForm.tsx';
import { TargetsUnknown } from './TargetsUnknown.tsx';

interface ConnectionPanelProps {
  targets: readonly Target[];
  /** The target of the session, or why the targets are not known. */
  known: TargetState;
  /** Shown for targets the server signs in to: whether this browser may use them, and the way out. */
  access: ReactNode;
  /** Asks for the access secret. */
  onAccess: () => void;
  onClose: () => void;
}

/** Everything about a request that is not the document: target, project, edition, token; with a test of it all. */
export function ConnectionPanel({ known, ...props }: ConnectionPanelProps) {
  const t = useWords();
  const { onClose } = props;
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'connection-title',
          className: styles.paper,
        },
      }}
    >
      <div className={styles.header}>
        <h2 id="connection-title" className={styles.title}>
          {t('connection.title')}
        </h2>
        <IconButton size="small" aria-label={t('action.close')} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {known.state === 'known' ? <SettingsForm {...props} /> : <TargetsUnknown known={known} />}
    </Drawer>
  );
}
