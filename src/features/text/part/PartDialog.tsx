import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { adopt } from '#src/document/adopt.ts';
import { documentText } from '#src/document/document-text.ts';
import { removeIn, setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import { asObject, isJsonObject, type Json } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { checkPartText } from '../check/check-edited-text.ts';
import { textWords } from '../words/text-words.ts';
import styles from './part.module.css';

interface PartDialogProps {
  path: Path;
  /** The members of the object that are edited; all unless given. */
  isMember?: ((key: string) => boolean) | undefined;
  onClose: () => void;
}

/** One part of the document as JSON, to edit or remove, whether the form knows it or not. */
export function PartDialog({ path, isMember, onClose }: PartDialogProps) {
  const { store } = useEditor();
  const translate = useTranslate();
  const id = useId();
  const part = partOf(getIn(store.get(), path), isMember);
  const form = useForm({
    defaultValues: { text: part === undefined ? '' : documentText(part) },
  });
  const error = form.formState.errors.text?.message;
  const validate = (text: string) => {
    const check = checkPartText(text, path.length);
    if (check.kind === 'fine') {
      const strange = isMember && foreignMember(check.value, isMember);
      return strange === undefined || translate(textWords.otherPart(strange));
    }
    const [first] = check.problems;
    return first === undefined ? false : translate(textWords.line(first.line, first.message));
  };
  const save = form.handleSubmit(({ text }) => {
    const check = checkPartText(text, path.length);
    if (check.kind !== 'fine') return;
    const document = store.get();
    const current = getIn(document, path);
    const next = isMember ? withMembers(current, isMember, check.value) : check.value;
    store.edit(setIn(document, path, adopt(current, next)), { path });
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
        {path.length > 0 && <code className={styles.path}>{formatPath(path)}</code>}
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
          {part !== undefined && isMember === undefined && (
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

/** The members of an object that belong to a part; the value itself if it is not an object or all belong. */
function partOf(
  value: Json | undefined,
  isMember: ((key: string) => boolean) | undefined,
): Json | undefined {
  if (isMember === undefined) return value;
  return Object.fromEntries(Object.entries(asObject(value)).filter(([key]) => isMember(key)));
}

/** The first key of a text that belongs to another card; empty if the text is not an object. */
function foreignMember(value: Json, isMember: (key: string) => boolean): string | undefined {
  return isJsonObject(value) ? Object.keys(value).find((key) => !isMember(key)) : '';
}

/** The object with other members of a part. Kept keys keep their place; new ones follow the last kept one. */
function withMembers(
  current: Json | undefined,
  isMember: (key: string) => boolean,
  part: Json,
): Json {
  const members = asObject(part);
  const entries = Object.entries(asObject(current)).filter(
    ([key]) => !isMember(key) || Object.hasOwn(members, key),
  );
  const known = new Set(entries.map(([key]) => key));
  const added = Object.entries(members).filter(([key]) => !known.has(key));
  const after = entries.findLastIndex(([key]) => isMember(key)) + 1;
  return Object.fromEntries(
    entries
      .map(([key, value]): [string, Json] => [key, isMember(key) ? members[key]! : value])
      .toSpliced(after, 0, ...added),
  );
}
