import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { DraftSummary } from './draft-list.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import type { DraftList } from './use-draft-list.ts';

interface DraftRowProps {
  draft: DraftSummary;
  isHere: boolean;
  isCreated: boolean;
  list: DraftList;
  onOpen: () => void;
}

export function DraftRow({ draft, isHere, isCreated, list, onOpen }: DraftRowProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const [isRenaming, setRenaming] = useState(false);
  const { id, label, name, target, containers, savedAt, isOpen } = draft;
  const shown = label ?? (name || translate(draftWords.untitled));
  const isElsewhere = isOpen && !isHere;
  const state = isHere
    ? draftWords.here
    : isElsewhere
      ? draftWords.elsewhere
      : isCreated
        ? draftWords.created
        : draftWords.stored;
  return (
    <tr>
      <td className={styles.draft}>
        {isRenaming ? (
          <RenameForm
            name={shown}
            onDone={() => setRenaming(false)}
            onRename={(next) => list.rename(id, next)}
          />
        ) : (
          <button type="button" className={styles.open} onClick={onOpen}>
            {shown}
          </button>
        )}
        <div className={styles.detail}>
          {label !== undefined && name !== '' && name !== label && <span>{name}, </span>}
          {translate(draftWords.containers(containers))}
        </div>
      </td>
      <td data-label={translate(draftWords.target)} className={styles.wire}>
        {target || <span className={styles.faint}>{translate(draftWords.noTarget)}</span>}
      </td>
      <td data-label={translate(draftWords.edited)}>{formatDateTime(savedAt, language)}</td>
      <td data-label={translate(draftWords.state)}>
        {translate(state)}
        {(isHere || isElsewhere) && isCreated && `, ${translate(draftWords.created)}`}
      </td>
      <td>
        <div className={styles.actions}>
          <IconButton
            size="small"
            aria-label={translate(draftWords.renameOf(shown))}
            onClick={() => setRenaming(true)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={translate(draftWords.duplicateOf(shown))}
            onClick={() => void list.duplicate(id, translate(draftWords.copyOf(shown)))}
          >
            <Copy size={16} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={translate(draftWords.deleteOf(shown))}
            disabled={isElsewhere}
            onClick={() => void list.remove(id, shown)}
          >
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </div>
      </td>
    </tr>
  );
}

const MAX_LABEL = 64;

interface RenameFormProps {
  name: string;
  onRename: (name: string) => Promise<void>;
  onDone: () => void;
}

function RenameForm({ name, onRename, onDone }: RenameFormProps) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: { name } });
  const { error } = form.getFieldState('name', form.formState);
  const submit = form.handleSubmit(async (values) => {
    await onRename(values.name.trim());
    onDone();
  });
  return (
    <form className={styles.rename} onSubmit={(event) => void submit(event)}>
      <TextInput
        {...form.register('name', { maxLength: MAX_LABEL })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to rename
        autoFocus
        aria-label={translate(draftWords.name)}
        isWrong={error !== undefined}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Cancel the renaming, but do not close the dialog.
          event.stopPropagation();
          onDone();
        }}
      />
      <Button type="submit" size="small" variant="outlined">
        {translate(draftWords.save)}
      </Button>
      <Button type="button" size="small" variant="text" onClick={onDone}>
        {translate(draftWords.cancel)}
      </Button>
      {error !== undefined && (
        <span className={styles.error}>{translate(draftWords.nameLong)}</span>
      )}
    </form>
  );
}
