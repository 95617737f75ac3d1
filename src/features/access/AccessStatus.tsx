import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { accessQuery, leaveAccess, type Access } from '#src/client/queries/access.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './access.module.css';

interface AccessStatusProps {
  access: Access | undefined;
  onEnter: () => void;
}

/** Shows whether this browser can use the credentials of the server, with a button to sign in or out. */
export function AccessStatus({ access, onEnter }: AccessStatusProps) {
  const t = useWords();
  const queryClient = useQueryClient();
  const leave = useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: leaveAccess,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accessQuery.queryKey }),
  });
  if (access === undefined || access.state === 'open') return null;
  const isGranted = access.state === 'granted';
  const Icon = isGranted ? LockOpen : Lock;
  const words = () => {
    if (isGranted) return t('access.granted');
    return t(leave.isSuccess ? 'access.signedOut' : 'access.notYet');
  };
  return (
    <div role="status" className={styles.status}>
      <div className={styles.row}>
        <span className={isGranted ? styles.granted : styles.locked}>
          <Icon size={16} aria-hidden />
        </span>
        <div className={styles.words}>{words()}</div>
        {isGranted ? (
          <Button
            size="small"
            variant="outlined"
            aria-disabled={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('access.signOut')}
          </Button>
        ) : (
          <Button size="small" variant="outlined" onClick={onEnter}>
            {t('access.title')}
          </Button>
        )}
      </div>
      {leave.isError && (
        <div className={styles.error}>
          {t('access.notOut', { reason: foreignShort(leave.error.message) })}
        </div>
      )}
    </div>
  );
}
