import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ArrowLeft, ArrowRight, Braces } from 'lucide-react';
import { useLocation } from 'wouter';
import { useWords } from '#src/ui/words/page-words.ts';
import { stepIds, type StepId } from '../steps.ts';

interface StepNavigationProps {
  step: StepId;
  onShowJson: () => void;
}

/** Back and Next under the fields; on phones a bar at the bottom, with the way to the JSON. */
export function StepNavigation({ step, onShowJson }: StepNavigationProps) {
  const t = useWords();
  const [, navigate] = useLocation();
  const at = stepIds.indexOf(step);
  const back = stepIds[at - 1];
  const next = stepIds[at + 1];
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        mt: { sm: 5 },
        pt: { sm: 2 },
        borderTop: '1px solid',
        borderColor: 'divider',
        position: { xs: 'fixed', sm: 'static' },
        insetInline: 0,
        bottom: 0,
        p: { xs: '8px 16px calc(8px + env(safe-area-inset-bottom))', sm: '16px 0 0' },
        bgcolor: { xs: 'background.paper', sm: 'transparent' },
        zIndex: 3,
      }}
    >
      {back && (
        <Button
          variant="outlined"
          startIcon={<ArrowLeft size={16} aria-hidden />}
          onClick={() => navigate(`/new/${back}`)}
        >
          <span>{t('wizard.back')}</span>
        </Button>
      )}
      <Button
        variant="text"
        startIcon={<Braces size={16} aria-hidden />}
        onClick={onShowJson}
        sx={{ display: { lg: 'none' }, ml: 'auto' }}
      >
        JSON
      </Button>
      {next && (
        <Button
          variant="contained"
          endIcon={<ArrowRight size={16} aria-hidden />}
          onClick={() => navigate(`/new/${next}`)}
          sx={{ ml: { lg: 'auto' } }}
        >
          <span>{t('wizard.next', { step: t(`step.${next}.title`) })}</span>
        </Button>
      )}
    </Box>
  );
}
