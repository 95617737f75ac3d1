import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { latestDraft } from '../latest-drafts.ts';
import { settingsOf, type StoredDraft } from '../draft-record.ts';
import { storageProblem } from '../storage-problem.ts';
import { addTemplate } from './template-database.ts';
import { findVariables } from './template-variables.ts';
import { templateWords } from './template-words.ts';
import styles from './templates.module.css';

/** The longest name, in characters. */
const MAX_NAME = 64;

const resolver = formResolver(
  z.object({
    name: z
      .string()
      .check(z.trim(), z.minLength(1, 'nameNeeded'), z.maxLength(MAX_NAME, 'nameLong')),
  }),
);

interface SaveTemplateDialogProps {
  draftId: string;
  /** The name of the draft. */
  name: string;
  onSaved: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a new template, and shows the variables of the draft. */
export function SaveTemplateDialog({ draftId, name, onSaved, onClose }: SaveTemplateDialogProps) {
  const translate = useTranslate();
  const form = useForm({ resolver, defaultValues: { name } });
  const [draft, setDraft] = useState<StoredDraft>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isGone = false;
    latestDraft(draftId).then(
      (latest) => {
        if (!isGone) setDraft(latest);
      },
      (error: unknown) => setProblem(storageProblem(error).message),
    );
    return () => {
      isGone = true;
    };
  }, [draftId]);
  const submit = form.handleSubmit(async (inputs) => {
    if (draft === undefined) return;
    try {
      await addTemplate(inputs.name, draft.document, settingsOf(draft));
      onSaved(inputs.name);
    } catch (error) {
      setProblem(storageProblem(error).message);
    }
  });
  const names = draft && findVariables(draft.document).map((variable) => variable.name);
  const error = form.formState.errors.name?.message as 'nameNeeded' | 'nameLong' | undefined;
  return (
    <FormDialog
      title={translate(templateWords.saveTitle)}
      submit={translate(templateWords.save)}
      isBusy={draft === undefined || form.formState.isSubmitting}
      onSubmit={(event) => void submit(event)}
      onCancel={onClose}
    >
      <FormInput
        label={translate(templateWords.name)}
        help={translate(templateWords.nameHelp)}
        error={error && translate(templateWords[error])}
        registration={form.register('name')}
        takesFocus
      />
      {names && (
        <p className={styles.found}>
          {translate(names.length > 0 ? templateWords.found(names) : templateWords.noneFound)}
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {translate(templateWords.failed(problem))}
        </p>
      )}
    </FormDialog>
  );
}
