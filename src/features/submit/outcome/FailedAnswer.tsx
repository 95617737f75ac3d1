import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { formatPath, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { placesInAnswer } from './answer-path.ts';
import type { AttemptError } from '../attempt/attempt.ts';
import { ErrorFacts } from './ErrorFacts.tsx';
import { useErrorWords } from './use-error-words.ts';

interface FailedAnswerProps {
  error: AttemptError;
  /** The body that was refused: the message is about it, whatever the form holds by now. */
  body: string;
  goTo: (path: Path) => void;
  onConnect: () => void;
}

/** Why a create certainly did not happen, in words and as it came, and where to mend it. */
export function FailedAnswer({ error, body, goTo, onConnect }: FailedAnswerProps) {
  const { root } = useEditor();
  const { t } = useTranslation();
  const field = useErrorWords(error)?.field;
  const isOfConnection = error.status === 401 || error.status === 403 || error.status === 404;
  const places = isOfConnection
    ? []
    : placesInAnswer(error.message, root, JSON.parse(body) as Json, field);
  return (
    <Box>
      <ErrorFacts error={error} />
      <Box sx={{ mt: 1.5, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {places.map((path) => (
          <Button
            key={formatPath(path)}
            size="small"
            variant="outlined"
            onClick={() => goTo(path)}
            sx={{ overflowWrap: 'anywhere', textAlign: 'left' }}
          >
            {places.length === 1
              ? t('submit.toField')
              : t('submit.toPlace', { place: formatPath(path) })}
          </Button>
        ))}
        {isOfConnection && (
          <Button size="small" variant="outlined" onClick={onConnect}>
            {t('submit.openConnection')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
