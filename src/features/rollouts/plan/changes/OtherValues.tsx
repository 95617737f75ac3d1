import Button from '@mui/material/Button';
import { X } from 'lucide-react';
import { useForm } from 'react-hook-form';
import type { Text } from '#src/domain/core/text.ts';
import { withValue } from '#src/domain/rollout/change-images.ts';
import { refusePointer } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { readCellValue } from '#src/domain/rollout/read-node-table.ts';
import type { Json } from '#src/json/value.ts';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { changeWords as words } from './change-words.ts';
import styles from './changes.module.css';

interface OtherValuesProps {
  rollout: PlannedRollout;
  onChange: (part: Partial<PlannedRollout>) => void;
}

interface Typed {
  pointer: string;
  value: string;
}

const IMAGE = /^\/deployment\/template\/(?:init_)?containers\/\d+\/image_url$/;

/** Values that every deployment gets, by JSON pointer. */
export function OtherValues({ rollout, onChange }: OtherValuesProps) {
  const translate = useTranslate();
  const { register, handleSubmit, setError, reset, formState } = useForm<Typed>({
    defaultValues: { pointer: '', value: '' },
  });
  const { rows } = rollout;
  const common = commonValues(rows);
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
      {common.length > 0 && (
        <ul className={styles.values}>
          {common.map(([pointer, value]) => (
            <li key={pointer}>
              <code translate="no">
                <ForeignName text={pointer} />
              </code>
              <code translate="no">
                <ForeignName text={JSON.stringify(value)} />
              </code>
              <button
                type="button"
                className={styles.remove}
                aria-label={translate(words.remove(pointer))}
                onClick={() => put(pointer, undefined)}
              >
                <X size={16} aria-hidden />
              </button>
            </li>
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

/** The values that all rows have; those of images are in the table of images. */
function commonValues(rows: PlannedRollout['rows']): readonly (readonly [string, Json])[] {
  const [first] = rows;
  return Object.entries(first?.values ?? {}).filter(
    ([pointer, value]) =>
      !IMAGE.test(pointer) &&
      rows.every(({ values }) => JSON.stringify(values?.[pointer]) === JSON.stringify(value)),
  );
}
