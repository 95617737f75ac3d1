import { useId } from 'react';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { Card } from '#src/ui/blocks/Card.tsx';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nameWords as words } from './name-words.ts';
import { nameOfRow } from '#src/domain/rollout/name-of-row.ts';
import styles from './plan.module.css';

interface NamesCardProps {
  rollout: PlannedRollout;
  /** The index of the row with the longest name. */
  longest: number;
  /** The columns of a pasted list. */
  columns: readonly string[];
  onChange: (pattern: string) => void;
}

const MAX_NAME = 32;

/** The pattern of the names, with the first, last and longest of them. */
export function NamesCard({ rollout, longest, columns, onChange }: NamesCardProps) {
  const translate = useTranslate();
  const id = useId();
  const examples = examplesOf(rollout, longest);
  const isWrong = examples.some(({ name }) => name === undefined || name.length > MAX_NAME);
  return (
    <Card title={translate(words.title)}>
      <label htmlFor={id} className={styles.label}>
        {translate(words.pattern)}
      </label>
      <TextInput
        id={id}
        value={rollout.namePattern}
        wire
        isWrong={isWrong}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-help`} className={styles.help}>
        {translate(words.help)}
        {columns.length > 0 && translate(words.columns(columns))}
      </div>
      {examples.length === 0 ? (
        <p className={styles.quiet}>{translate(words.none)}</p>
      ) : (
        <dl aria-label={translate(words.preview)} className={styles.examples}>
          {examples.map(({ kind, name }) => (
            <div key={kind}>
              <dt>{translate(words[kind])}</dt>
              <dd translate="no">{name ?? '–'}</dd>
              <dd className={name !== undefined && name.length > MAX_NAME ? styles.bad : undefined}>
                {name !== undefined && translate(words.length(name.length))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

type ExampleKind = 'first' | 'last' | 'longest';

function examplesOf(
  rollout: PlannedRollout,
  longest: number,
): readonly { readonly kind: ExampleKind; readonly name: string | undefined }[] {
  const last = rollout.rows.length - 1;
  if (last < 0) return [];
  const indexes = { first: 0, last, longest: Math.min(longest, last) };
  return (['first', 'last', 'longest'] as const).map((kind) => ({
    kind,
    name: nameOfRow(rollout, indexes[kind]),
  }));
}
