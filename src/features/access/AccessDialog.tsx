import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { accessQuery, enterAccess, type Access } from '#src/client/queries/access.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useFormError } from '#src/ui/forms/use-form-error.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './access.module.css';
import { extractSecret } from './extract-secret.ts';
import { useEntryError } from './use-entry-error.ts';

interface AccessDialogProps {
  access: Access | undefined;
  /** The name of the target. */
  label: string;
  /** Why the dialog opened: no session yet, an ended session, or a refusal. */
  reason: ReactNode;
  /** Called once, with true if the server granted access. */
  onDone: (isGranted: boolean) => void;
}

const resolver = formResolver(
  z.object({
    secret: z
      .string()
      .check(z.refine((text) => extractSecret(text) !== '', { error: 'access.needed' })),
  }),
);

/** Asks for the access secret, which lets this browser use the credentials of the server. It is sent once and never stored. */
export function AccessDialog({ access, label, reason, onDone }: AccessDialogProps) {
  const t = useWords();
  const queryClient = useQueryClient();
  const form = useForm({ resolver, defaultValues: { secret: '' } });
  const wordsOf = useFormError();
  const enter = useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: enterAccess,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: accessQuery.queryKey });
      onDone(true);
    },
    onError: () => form.setFocus('secret', { shouldSelect: true }),
  });
  const entryError = useEntryError(enter.error, access);
  const submit = form.handleSubmit(({ secret }) => {
    if (!enter.isPending) enter.mutate(extractSecret(secret));
  });
  return (
    <FormDialog
      title={t('access.title')}
      submit={t('access.enter')}
      isBusy={enter.isPending}
      onSubmit={(event) => void submit(event)}
      onCancel={() => onDone(false)}
    >
      {reason}
      <div className={styles.intro}>
        {t('access.intro', { label })}
        <div className={styles.source}>
          {t(access?.kind === 'launch' ? 'access.launch' : 'access.operator')}
        </div>
      </div>
      <FormInput
        label={t('access.secret')}
        help={t('access.kept')}
        error={wordsOf(form.formState.errors.secret) ?? entryError}
        registration={form.register('secret')}
        type="password"
        wire
        takesFocus
        isLive
      />
    </FormDialog>
  );
}
