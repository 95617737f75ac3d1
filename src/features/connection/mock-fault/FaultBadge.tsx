import IconButton from '@mui/material/IconButton';
import { X, Zap } from 'lucide-react';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './fault-badge.module.css';
import { faults } from './faults.ts';

/** The fault requested from the mock, with a button that clears it. */
export function FaultBadge() {
  const t = useWords();
  const { fault } = useSession();
  const chosen = faults.find((name) => name === fault);
  if (chosen === undefined) return null;
  const label = t(`mockFault.${chosen}.label`);
  const clear = t('connection.fault.clear', { fault: label });
  return (
    <div
      role="group"
      ref={keepRowFocus}
      aria-label={t('connection.fault.label')}
      title={t(`mockFault.${chosen}.effect`)}
      className={styles.badge}
    >
      <Zap size={16} aria-hidden className={styles.icon} />
      <span className={styles.label}>{label}</span>
      <IconButton
        size="small"
        color="inherit"
        aria-label={clear}
        title={clear}
        onClick={() => changeSession({ fault: '' })}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
