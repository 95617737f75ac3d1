import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useIsJudged } from '#src/ui/editing/editor.ts';
import { PartMissing } from '#src/ui/PartMissing.tsx';
import type { SubmitFormProps } from './SubmitForm.tsx';
import type { SubmissionPart } from './use-submission.ts';

type SubmitPanelProps = Omit<SubmitFormProps, 'submission'> & { submission: SubmissionPart };

/** Sends the document and tells what became of it, once its code is there and the document has been judged. */
export function SubmitPanel({ submission: part, ...props }: SubmitPanelProps) {
  const { t } = useTranslation();
  const { submission, Form, hasFailed, load } = part;
  const { issues } = useEditor();
  const isJudged = useIsJudged();
  const begin = () => {
    load();
    if (!issues.isJudged()) issues.checkNow();
  };
  useEffect(begin, [load, issues]);
  return (
    <Box
      component="section"
      aria-label={t('submit.title')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '8px',
        p: { xs: 2, sm: 2.5 },
        minHeight: 120,
        bgcolor: 'background.paper',
      }}
    >
      {submission && Form && isJudged && <Form submission={submission} {...props} />}
      {hasFailed && <PartMissing again={begin} words={t('submit.partFailed')} />}
    </Box>
  );
}
