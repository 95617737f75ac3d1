import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { adopt } from '#src/document/adopt.ts';
import { documentText } from '#src/document/document-text.ts';
import { removeIn, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { checkPartText } from '../check/check-edited-text.ts';
import { textWords } from '../words/text-words.ts';
import styles from './part.module.css';

interface PartDialogProps {
  path: Path;
  onClose: () => void;
}

/** One part of the document as JSON, to edit or remove, whether the form knows it or not. */
export function PartDialog({ path, onClose }: PartDialogProps) {
  const { store } = useEditor();
  const translate = useTranslate();
  const id = useId();
  const part = getIn(store.get(), path);
  const form = useForm({
    defaultValues: { text: part === undefined ? '' : documentText(part) },
  });
  const error = form.formState.errors.text?.message;
  const validate = (text: string) => {
    const check = checkPartText(text);
    if (check.kind === 'fine') return true;
    const [first] = check.problems;
    return first === undefined ? false : translate(textWords.line(first.line, first.message));
  };
  const save = form.handleSubmit(({ text }) => {
    const check = checkPartText(text);
    if (check.kind !== 'fine') return;
    const document = store.get();
    store.edit(setIn(document, path, adopt(getIn(document, path), check.value)), { path });
    onClose();
  });
  const remove = () => {
    store.edit(removeIn(store.get(), path, path.length), { path });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={0}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <form noValidate onSubmit={(event) => void save(event)} className={styles.form}>
        <h2 id={`${id}-title`} className={styles.title}>
          {translate(textWords.part)}
        </h2>
        <code className={styles.path}>{formatPath(path)}</code>
        <textarea
          {...form.register('text', { validate })}
          aria-label={translate(textWords.partText)}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          spellCheck={false}
          autoComplete="off"
          rows={14}
          className={styles.text}
        />
        {error !== undefined && (
          <p id={`${id}-error`} role="alert" className={styles.error}>
            {error}
          </p>
        )}
        <div className={styles.actions}>
          {part !== undefined && (
            <Button color="error" variant="text" onClick={remove} className={styles.remove}>
              {translate(textWords.removePart)}
            </Button>
          )}
          <Button variant="text" onClick={onClose}>
            {translate(textWords.cancel)}
          </Button>
          <Button type="submit" variant="contained">
            {translate(textWords.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
