import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import CircularProgress from '@mui/material/CircularProgress';
import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDeployment } from '#src/client/deployments.ts';
import { isClientError, isOutcomeUnknown } from '#src/client/errors.ts';
import { useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import { documentText } from '#src/document/bytes.ts';
import { getIn } from '#src/document/edits.ts';
import type { Path } from '#src/document/path.ts';
import { everything } from '#src/ui/editing/attention.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import { attemptFor, type Attempt } from './attempt.ts';
import { CreatedAnswer } from './CreatedAnswer.tsx';
import { Elapsed } from './Elapsed.tsx';
import { FailedAnswer } from './FailedAnswer.tsx';
import { UnknownOutcome } from './UnknownOutcome.tsx';

interface SubmitPanelProps {
  target: Target | undefined;
  goTo: (path: Path) => void;
  /** Opens the connection settings: the token, the project or the instance is missing. */
  onConnect: () => void;
}

/** Sends the document and tells what became of it. The form stays as it is, whatever the answer. */
export function SubmitPanel({ target, goTo, onConnect }: SubmitPanelProps) {
  const { store, issues, attention, readOnly } = useEditor();
  const { t } = useTranslation();
  const session = useSession();
  const all = useAllIssues();
  const [insists, setInsists] = useState(false);
  const open = useRef<Attempt>(undefined);
  const create = useMutation({
    // A create must never be sent twice or later by itself.
    retry: 0,
    networkMode: 'always',
    mutationFn: (attempt: Attempt) => createDeployment(attempt.body, attempt.key),
    onSuccess: () => {
      open.current = undefined;
    },
    onError: (error) => {
      if (!isClientError(error) || !isOutcomeUnknown(error)) open.current = undefined;
    },
  });
  const errorCount = all.filter((issue) => issue.severity === 'error').length;
  const missing = missingConnection(target, session);

  const submit = () => {
    if (create.isPending) return;
    attention.reveal(everything);
    const problem = issues.checkNow().find((issue) => issue.severity === 'error');
    if (problem && !insists) {
      goTo(problem.path);
      return;
    }
    if (missing) {
      onConnect();
      return;
    }
    const attempt = attemptFor(documentText(store.get()), open.current);
    open.current = attempt;
    create.mutate(attempt);
  };
  const name = getIn(store.get(), ['name']);
  const error = create.error;
  const isUnknown = error !== null && isClientError(error) && isOutcomeUnknown(error);

  return (
    <Box
      component="section"
      aria-label={t('submit.title')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '8px',
        p: 2.5,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ fontSize: 14, mb: 1.5 }}>
        {target === undefined
          ? t('submit.noTarget')
          : t(target.kind === 'mock' ? 'submit.toMock' : 'submit.toLive', {
              label: target.label,
              project: session.projectId,
            })}
      </Box>
      {errorCount > 0 && (
        <Box
          component="label"
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            fontSize: 13,
            mb: 1.5,
            cursor: 'pointer',
          }}
        >
          <Checkbox
            size="small"
            checked={insists}
            onChange={(event) => setInsists(event.target.checked)}
            sx={{ mt: '-9px', ml: '-9px' }}
          />
          {t('submit.insist', { count: errorCount })}
        </Box>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          size="large"
          // Stays focusable while busy: a disabled button would drop the focus.
          aria-disabled={create.isPending || readOnly || isUnknown}
          onClick={readOnly || isUnknown ? undefined : submit}
          startIcon={
            create.isPending ? (
              <CircularProgress size={16} color="inherit" />
            ) : (
              <Send size={16} aria-hidden />
            )
          }
          sx={{ opacity: create.isPending || readOnly || isUnknown ? 0.6 : 1 }}
        >
          {create.isPending
            ? t('submit.sending')
            : t('submit.button', { label: target?.label ?? '…' })}
        </Button>
        {create.isPending && <Elapsed />}
        {!create.isPending && missing && (
          <Box sx={{ fontSize: 13, color: 'warning.main' }}>{t(`submit.missing.${missing}`)}</Box>
        )}
      </Box>
      <Box aria-live="polite" sx={{ mt: create.isIdle || create.isPending ? 0 : 2 }}>
        {create.data && <CreatedAnswer created={create.data} />}
        {error !== null && isUnknown && (
          <UnknownOutcome
            error={error}
            name={typeof name === 'string' ? name : ''}
            onResolved={() => create.reset()}
          />
        )}
        {error !== null && !isUnknown && (
          <FailedAnswer error={error} goTo={goTo} onConnect={onConnect} />
        )}
      </Box>
    </Box>
  );
}

/** What the connection still lacks for a request to make sense. */
function missingConnection(
  target: Target | undefined,
  session: ReturnType<typeof useSession>,
): 'token' | 'project' | 'instance' | undefined {
  if (!/^[0-9a-f]{32}$/.test(session.projectId)) return 'project';
  if (target?.kind !== 'live') return undefined;
  if (target.auth === 'token' && session.token === '') return 'token';
  if (session.edition === 'platinum' && target.edition !== 'platinum' && session.instanceId === '')
    return 'instance';
  return undefined;
}
