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
  targetState: TargetState;
  /** Shown for targets that the server signs in to: the access of this browser. */
  access: ReactNode;
  /** Asks for the access secret. */
  onAccess: () => void;
  onClose: () => void;
}

/** The connection settings: target, project, edition and token, with a test of the connection. */
export function ConnectionPanel({ targetState, ...props }: ConnectionPanelProps) {
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
      {targetState.state === 'known' ? (
        <SettingsForm {...props} />
      ) : (
        <TargetsUnknown targetState={targetState} />
      )}
    </Drawer>
  );
}
