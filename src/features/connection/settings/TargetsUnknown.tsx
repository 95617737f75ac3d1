import Button from '@mui/material/Button';
import type { TargetState } from '#src/client/targets/target-state.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './panel.module.css';

interface TargetsUnknownProps {
  targetState: Exclude<TargetState, { state: 'known' }>;
}

/** Replaces the settings until the targets are loaded. If loading failed: the reason, and a retry. */
export function TargetsUnknown({ targetState }: TargetsUnknownProps) {
  const t = useWords();
  return (
    <div role="status" className={styles.unknown}>
      {targetState.state === 'loading' ? (
        t('submit.noTarget')
      ) : (
        <>
          <AroundForeign
            words={(reason) => t('connection.targetsFailedHelp', { reason })}
            text={targetState.reason}
          />
          <div className={styles.retry}>
            <Button
              size="small"
              variant="outlined"
              onClick={({ currentTarget }) => {
                // The button disappears. Focus the dialog, so that Escape still closes it.
                currentTarget.closest<HTMLElement>('[role="dialog"]')?.focus();
                targetState.retry();
              }}
            >
              {t('action.retry')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
