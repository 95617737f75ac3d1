import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Copy, GitCompareArrows, LayoutTemplate, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { DraftSummary } from './draft-list.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import type { DraftList } from './use-draft-list.ts';

interface DraftRowProps {
  draft: DraftSummary;
  isHere: boolean;
  facts: DraftFacts;
  canCompare: boolean;
  list: DraftList;
  onOpen: () => void;
  onCompare: () => void;
  /** Saves the draft as a template. */
  onTemplate: (name: string) => void;
}

export function DraftRow(props: DraftRowProps) {
  const { draft, isHere, facts, list, onOpen } = props;
  const translate = useTranslate();
  const language = useLanguage();
  const [isRenaming, setRenaming] = useState(false);
  const { id, label, name, targets, containers, edition, savedAt, isOpen } = draft;
  const shown = label ?? (name || translate(draftWords.untitled));
  const isElsewhere = isOpen && !isHere;
  const attempt = facts.attempts.get(id);
  const place = isHere ? draftWords.here : isElsewhere ? draftWords.elsewhere : undefined;
  const state = attempt === undefined ? draftWords.stored : draftWords.attempts[attempt.outcome];
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
          {[
            ...(label !== undefined && name !== '' && name !== label ? [name] : []),
            translate(draftWords.containers(containers)),
            ...(edition === undefined ? [] : [translate(draftWords.editions[edition])]),
          ].join(translate(draftWords.comma))}
        </div>
      </td>
      <td data-label={translate(draftWords.target)} className={styles.wire}>
        {targets.length === 0 ? (
          <span className={styles.faint}>{translate(draftWords.noTarget)}</span>
        ) : (
          <TargetName targets={targets} names={facts.targetNames} />
        )}
      </td>
      <td data-label={translate(draftWords.edited)}>{formatDateTime(savedAt, language)}</td>
      <td data-label={translate(draftWords.state)}>
        {place && <div>{translate(place)}</div>}
        {(!place || attempt) && (
          <div className={place && styles.detail}>
            {translate(state)}
            {attempt && translate(draftWords.comma) + formatDateTime(attempt.sentAt, language)}
          </div>
        )}
      </td>
      <td>
        <DraftActions {...props} shown={shown} onRename={() => setRenaming(true)} />
      </td>
    </tr>
  );
}

interface DraftActionsProps extends DraftRowProps {
  /** The name that the row shows. */
  shown: string;
  onRename: () => void;
}

function DraftActions(props: DraftActionsProps) {
  const { draft, isHere, canCompare, list, onCompare, onTemplate, shown, onRename } = props;
  const translate = useTranslate();
  const { id, isOpen } = draft;
  const actions = [
    { icon: Pencil, label: draftWords.renameOf(shown), run: onRename },
    {
      icon: Copy,
      label: draftWords.duplicateOf(shown),
      run: () => void list.duplicate(id, translate(draftWords.copyOf(shown))),
    },
    ...(canCompare
      ? [{ icon: GitCompareArrows, label: draftWords.compareOf(shown), run: onCompare }]
      : []),
    { icon: LayoutTemplate, label: draftWords.templateOf(shown), run: () => onTemplate(shown) },
    {
      icon: Trash2,
      label: draftWords.deleteOf(shown),
      run: () => void list.remove(id, shown),
      isOff: isOpen && !isHere,
    },
  ];
  return (
    <div className={styles.actions}>
      {actions.map(({ icon: Icon, label, run, isOff = false }) => (
        <IconButton
          key={label.en}
          size="small"
          aria-label={translate(label)}
          title={translate(label)}
          disabled={isOff}
          onClick={run}
        >
          <Icon size={16} aria-hidden />
        </IconButton>
      ))}
    </div>
  );
}

interface TargetNameProps {
  targets: readonly string[];
  names: DraftFacts['targetNames'];
}

/** The name of the node or group, or its ID while the name is not known. */
function TargetName({ targets: [first = '', ...others], names }: TargetNameProps) {
  const more = others.length > 0 ? ` +${others.length}` : '';
  const name = names.get(first);
  if (name === undefined) return `${first}${more}`;
  return (
    <span title={first}>
      {name}
      {more}
    </span>
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
