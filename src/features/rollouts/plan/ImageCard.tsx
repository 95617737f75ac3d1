import { useId } from 'react';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { planWords as words } from './plan-words.ts';
import styles from './plan.module.css';

interface ImageCardProps {
  rows: readonly PlannedRow[];
  onChange: (rows: readonly PlannedRow[]) => void;
}

const IMAGE = '/deployment/template/containers/0/image_url';

/** The image that an update gives to the first container of every deployment. */
export function ImageCard({ rows, onChange }: ImageCardProps) {
  const translate = useTranslate();
  const id = useId();
  const image = rows[0]?.values?.[IMAGE];
  return (
    <Card title={translate(words.image)}>
      <label htmlFor={id} className={styles.label}>
        {translate(words.newImage)}
      </label>
      <TextInput
        id={id}
        wire
        value={typeof image === 'string' ? image : ''}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(rows.map((row) => withImage(row, target.value)))}
      />
      <div id={`${id}-help`} className={styles.help}>
        {translate(words.newImageHelp)}
      </div>
    </Card>
  );
}

function withImage({ values, ...row }: PlannedRow, image: string): PlannedRow {
  const { [IMAGE]: _before, ...others } = values ?? {};
  return { ...row, values: image === '' ? others : { ...others, [IMAGE]: image } };
}
