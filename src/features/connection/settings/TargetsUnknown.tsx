import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TargetState } from '#src/client/targets/target-state.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

interface TargetsUnknownProps {
  known: Exclude<TargetState, { state: 'known' }>;
}

/** In place of the settings while the targets are not known: that they are loaded, or why not and a way to try again. */
export function TargetsUnknown({ known }: TargetsUnknownProps) {
  const t = useWords();
  return (
    <Box role="status" sx={{ px: 3, py: 2.5, fontSize: 14, overflowWrap: 'anywhere' }}>
      {known.state === 'loading' ? (
        t('submit.noTarget')
      ) : (
        <>
          <AroundForeign
            words={(reason) => t('connection.targetsFailedHelp', { reason })}
            text={known.reason}
          />
          <Box sx={{ mt: 1.5 }}>
            <Button
              size="small"
              variant="outlined"
              onClick={({ currentTarget }) => {
                // The button goes away: the dialog keeps the focus, so that Escape still closes it.
                currentTarget.closest<HTMLElement>('[role="dialog"]')?.focus();
                known.retry();
              }}
            >
              {t('action.retry')}
            </Button>
          </Box>
        </>
      )}
    </Box>
  );
}
