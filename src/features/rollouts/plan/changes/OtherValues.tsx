import Button from '@mui/material/Button';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Text } from '#src/domain/core/text.ts';
import { listedImages, withValue, type NamedContainer } from '#src/domain/rollout/change-images.ts';
import { refusePointer } from '#src/domain/rollout/expand-row.ts';
import { changesOfBody, withoutChange } from '#src/domain/rollout/planned-changes.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { readCellValue } from '#src/domain/rollout/read-node-table.ts';
import type { Json } from '#src/json/value.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { changeWords as words } from './change-words.ts';
import styles from './changes.module.css';

interface OtherValuesProps {
  rollout: PlannedRollout;
  /** The containers in the table of images. Undefined while they load. */
  containers: readonly NamedContainer[] | undefined;
  onChange: (part: Partial<PlannedRollout>) => void;
}

interface Typed {
  pointer: string;
  value: string;
}

/** Values that every deployment gets, by JSON pointer, including those of an imported body. */
export function OtherValues({ rollout, containers, onChange }: OtherValuesProps) {
  const translate = useTranslate();
  const { register, handleSubmit, setError, reset, formState } = useForm<Typed>({
    defaultValues: { pointer: '', value: '' },
  });
  const { rows, body } = rollout;
  const [common, inBody] = useMemo(() => {
    const isImage = listedImages(containers);
    return [
      commonValues(rows).filter(([pointer]) => !isImage(pointer)),
      changesOfBody(body).filter(({ pointer }) => !isImage(pointer)),
    ];
  }, [rows, body, containers]);
  const problemOf = (text: Text | undefined) => text && translate(text);
  const put = (pointer: string, value: Json | undefined) =>
    onChange({ rows: rows.map((row) => withValue(row, pointer, value)) });
  const submit = ({ pointer, value }: Typed) => {
    const path = pointer.trim();
    const refused = refusePointer(path, 'update');
    if (refused) return setError('pointer', { message: problemOf(refused) });
    const typed = readCellValue(value, path);
    if ('message' in typed) return setError('value', { message: problemOf(typed.message) });
    put(path, typed.value);
    return reset();
  };
  return (
    <form className={styles.stack} onSubmit={(event) => void handleSubmit(submit)(event)}>
      <h3 className={styles.title}>{translate(words.values)}</h3>
      {inBody.length + common.length > 0 && (
        <ul ref={keepRowFocus} aria-label={translate(words.values)} className={styles.values}>
          {inBody.map(({ pointer, path, value }) => (
            <ChangedValue
              key={`body ${pointer}`}
              pointer={pointer}
              value={value}
              onRemove={() => onChange({ body: body && withoutChange(body, path) })}
            />
          ))}
          {common.map(([pointer, value]) => (
            <ChangedValue
              key={pointer}
              pointer={pointer}
              value={value}
              onRemove={() => put(pointer, undefined)}
            />
          ))}
        </ul>
      )}
      <div className={styles.fields}>
        <FormInput
          label={translate(words.pointer)}
          help=""
          error={formState.errors.pointer?.message}
          registration={register('pointer')}
          wire
        />
        <FormInput
          label={translate(words.value)}
          help=""
          error={formState.errors.value?.message}
          registration={register('value')}
          wire
        />
        <Button type="submit" size="small" variant="outlined">
          {translate(words.set)}
        </Button>
      </div>
      <p className={styles.quiet}>{translate(words.valuesHelp)}</p>
    </form>
  );
}

interface ChangedValueProps {
  pointer: string;
  value: Json;
  onRemove: () => void;
}

function ChangedValue({ pointer, value, onRemove }: ChangedValueProps) {
  const translate = useTranslate();
  return (
    <li>
      <code translate="no">
        <ForeignName text={pointer} />
      </code>
      {value === null ? (
        <span>{translate(words.removes)}</span>
      ) : (
        <code translate="no">
          <ForeignName text={JSON.stringify(value)} />
        </code>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={translate(words.remove(foreignShort(pointer)))}
        onClick={onRemove}
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

/** The values that all rows have. */
function commonValues(rows: PlannedRollout['rows']): readonly (readonly [string, Json])[] {
  const [first] = rows;
  return Object.entries(first?.values ?? {}).filter(([pointer, value]) =>
    rows.every(({ values }) => JSON.stringify(values?.[pointer]) === JSON.stringify(value)),
  );
}
