import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { check, object, string } from 'zod/mini';
import type { JsonObject } from '#src/json/value.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import styles from '#src/ui/forms/forms.module.css';
import { TextArea } from '#src/ui/field/TextArea.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { readContainers } from './container-json.ts';
import { sectionWords as words } from '../section-words.ts';

const schema = object({
  text: string().check(
    check((context) => {
      if (readContainers(context.value) === undefined)
        context.issues.push({ code: 'custom', input: context.value });
    }),
  ),
});

interface PasteContainerProps {
  /** The text of the clipboard, if the page could read it. */
  text: string;
  onAdd: (containers: readonly JsonObject[]) => void;
  onCancel: () => void;
}

/** Asks for a container in JSON. */
export function PasteContainer({ text, onAdd, onCancel }: PasteContainerProps) {
  const translate = useTranslate();
  const id = useId();
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { text },
    resolver: formResolver(schema),
  });
  const isWrong = formState.errors.text !== undefined;
  return (
    <FormDialog
      title={translate(words.pasteTitle)}
      submit={translate(words.paste)}
      onSubmit={(event) =>
        void handleSubmit((form) => onAdd(readContainers(form.text) ?? []))(event)
      }
      onCancel={onCancel}
    >
      <div>
        <label htmlFor={id} className={styles.label}>
          {translate(words.pasteLabel)}
        </label>
        <TextArea
          {...register('text')}
          id={id}
          wire
          minRows={8}
          isWrong={isWrong}
          aria-describedby={`${id}-help`}
          spellCheck={false}
        />
        <div id={`${id}-help`} className={isWrong ? `${styles.help} ${styles.error}` : styles.help}>
          {translate(isWrong ? words.notContainer : words.pasteHelp)}
        </div>
      </div>
    </FormDialog>
  );
}
