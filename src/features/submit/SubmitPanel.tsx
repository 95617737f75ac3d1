import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import CircularProgress from '@mui/material/CircularProgress';
import { Send } from 'lucide-react';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isClientError, isOutcomeUnknown } from '#src/client/errors.ts';
import { PROJECT_ID, useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import { documentText } from '#src/document/bytes.ts';
import type { Path } from '#src/document/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { asObject } from '#src/domain/core/json.ts';
import { everything } from '#src/ui/editing/attention.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import type { Attempt } from './attempt.ts';
import { CreatedAnswer } from './CreatedAnswer.tsx';
import { Elapsed } from './Elapsed.tsx';
import { FailedAnswer } from './FailedAnswer.tsx';
import { UnknownOutcome } from './UnknownOutcome.tsx';
import type { Submission } from './use-submission.ts';

interface SubmitPanelProps {
  submission: Submission;
  target: Target | undefined;
  goTo: (path: Path) => void;
  /** Puts issues in the order of the form, so that Submit leads to the first. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** Opens the connection settings: the token, the project or the instance is missing. */
  onConnect: () => void;
}

/** Sends the document and tells what became of it. The form stays as it is, whatever the answer. */
export function SubmitPanel({ submission, target, goTo, inOrder, onConnect }: SubmitPanelProps) {
  const { store, issues, attention, readOnly } = useEditor();
  const { t } = useTranslation();
  const session = useSession();
  const all = useAllIssues();
  const [insists, setInsists] = useState(false);
  const { create } = submission;
  const errorCount = all.filter((issue) => issue.severity === 'error').length;
  const missing = missingConnection(target, session);

  const submit = () => {
    if (create.isPending) return;
    attention.reveal(everything);
    const problem = inOrder(issues.checkNow()).find((issue) => issue.severity === 'error');
    if (problem && !insists) {
      goTo(problem.path);
      return;
    }
    if (missing) {
      onConnect();
      return;
    }
    submission.send(documentText(store.get()));
  };
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
          onClick={readOnly || isUnknown ? undefined : oncePerPress(submit)}
          onKeyDown={dropRepeats}
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
        {create.isPending && <Elapsed since={create.submittedAt} />}
        {!create.isPending && missing && (
          <Box sx={{ fontSize: 13, color: 'warning.main' }}>{t(`submit.missing.${missing}`)}</Box>
        )}
      </Box>
      <Box aria-live="polite" sx={{ mt: create.isIdle || create.isPending ? 0 : 2 }}>
        {create.data && <CreatedAnswer created={create.data} />}
        {error !== null && isUnknown && (
          <UnknownOutcome
            error={error}
            name={nameIn(create.variables)}
            onResolved={() => submission.settle()}
          />
        )}
        {error !== null && !isUnknown && (
          <FailedAnswer error={error} goTo={goTo} onConnect={onConnect} />
        )}
      </Box>
    </Box>
  );
}

/** The second click of a double click is no second wish. */
function oncePerPress(act: () => void) {
  return (event: MouseEvent) => {
    if (event.detail < 2) act();
  };
}

/** A key held down presses the button once. */
function dropRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

/** The name of what was sent, whatever the form holds by now. */
function nameIn(attempt: Attempt | undefined): string {
  const { name } = asObject(attempt && (JSON.parse(attempt.body) as unknown));
  return typeof name === 'string' ? name : '';
}

/** What the connection still lacks for a request to make sense. */
function missingConnection(
  target: Target | undefined,
  session: ReturnType<typeof useSession>,
): 'token' | 'project' | 'instance' | undefined {
  if (!PROJECT_ID.test(session.projectId)) return 'project';
  if (target?.kind !== 'live') return undefined;
  if (target.auth === 'token' && session.token === '') return 'token';
  if (session.edition === 'platinum' && target.edition !== 'platinum' && session.instanceId === '')
    return 'instance';
  return undefined;
}
