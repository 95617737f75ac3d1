import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isClientError } from '#src/client/errors.ts';
import type { Path } from '#src/document/path.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { pathInAnswer } from './answer-path.ts';
import { Facts } from './Facts.tsx';

interface FailedAnswerProps {
  error: Error;
  goTo: (path: Path) => void;
  onConnect: () => void;
}

/** A create that certainly did not happen: why, in the service's own code and words, and where to mend it. */
export function FailedAnswer({ error, goTo, onConnect }: FailedAnswerProps) {
  const { root } = useEditor();
  const { t } = useTranslation();
  const answer = isClientError(error) && error.kind === 'http' ? error : undefined;
  const path = answer && pathInAnswer(answer.message);
  const isKnown =
    path !== undefined && path.length > 0 && specAt(root, path.slice(0, 1)) !== undefined;
  const isToken = answer?.status === 401 || answer?.status === 403;
  return (
    <Box>
      <Box
        sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'error.main', fontWeight: 600 }}
      >
        <CircleX size={18} aria-hidden />
        {t('submit.rejected')}
      </Box>
      <Box sx={{ fontSize: 13, mt: 0.5 }}>
        {t(isToken ? 'submit.tokenRefused' : 'submit.notCreated')}
      </Box>
      <Facts
        facts={[
          [t('submit.code'), answer?.code],
          [t('submit.message'), error.message],
          [t('submit.status'), answer && String(answer.status)],
          [t('submit.requestId'), answer?.requestId],
        ]}
      />
      <Box sx={{ mt: 1, display: 'flex', gap: 1 }}>
        {path && isKnown && (
          <Button size="small" variant="outlined" onClick={() => goTo(path)}>
            {t('submit.toField')}
          </Button>
        )}
        {isToken && (
          <Button size="small" variant="outlined" onClick={onConnect}>
            {t('submit.openConnection')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
