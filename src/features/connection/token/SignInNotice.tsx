import Button from '@mui/material/Button';
import { KeyRound } from 'lucide-react';
import styles from './sign-in-notice.module.css';

interface SignInNoticeProps {
  /** The sentence that says what is missing. */
  words: string;
  action: string;
  onAct: () => void;
}

/**
 * A notice above the form that the target requires a sign-in, with a button for it. Render it inside a `SignInSlot`.
 */
export function SignInNotice({ words, action, onAct }: SignInNoticeProps) {
  return (
    <div role="status" className={styles.notice}>
      <KeyRound size={18} aria-hidden className={styles.icon} />
      <span title={words} className={styles.words}>
        {words}
      </span>
      <Button size="small" variant="text" onClick={onAct} className={styles.action}>
        {action}
      </Button>
    </div>
  );
}
