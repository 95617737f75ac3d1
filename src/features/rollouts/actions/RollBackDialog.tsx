import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { isUnfinished } from '../state/rollout-state.ts';
import { rolloutActionWords } from '../words/action-words.ts';
import styles from './actions.module.css';

const words = rolloutActionWords.rollBack;

interface RollBackDialogProps {
  rollout: ShownRollout;
  /** At the mock nothing is typed. */
  isMock: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what a roll back does. At a live target the number of nodes is typed. */
export function RollBackDialog({ rollout, isMock, onConfirm, onCancel }: RollBackDialogProps) {
  const translate = useTranslate();
  const { action, total } = rollout;
  const resolver = useMemo(
    () =>
      formResolver(
        z.object({
          text: z.string().check(z.refine((text) => isMock || text.trim() === String(total))),
        }),
      ),
    [isMock, total],
  );
  const form = useForm({ resolver, defaultValues: { text: '' } });
  return (
    <FormDialog
      title={translate(words.title)}
      submit={translate(words.submit)}
      onSubmit={(event) => void form.handleSubmit(onConfirm)(event)}
      onCancel={onCancel}
    >
      <p className={styles.lead}>{translate(words[action])}</p>
      {isUnfinished(rollout) && <p className={styles.lead}>{translate(words.aborts)}</p>}
      {isMock ? (
        <p className={styles.quiet}>{translate(words.mock)}</p>
      ) : (
        <FormInput
          label={translate(words.type)}
          help={translate(words.typeHelp(total))}
          error={form.formState.errors.text && translate(words.wrong)}
          registration={form.register('text')}
          takesFocus
        />
      )}
    </FormDialog>
  );
}
