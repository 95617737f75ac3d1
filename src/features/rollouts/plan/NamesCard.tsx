import { useId, useMemo } from 'react';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nameWords as words } from './name-words.ts';
import type { NamedRow } from './plan-names.ts';
import styles from './plan.module.css';

interface NamesCardProps {
  pattern: string;
  named: readonly NamedRow[];
  /** The columns of a pasted list. */
  columns: readonly string[];
  onChange: (pattern: string) => void;
}

const MAX_NAME = 32;

/** The pattern of the names, with the first, last and longest of them. */
export function NamesCard({ pattern, named, columns, onChange }: NamesCardProps) {
  const translate = useTranslate();
  const id = useId();
  const examples = useMemo(() => examplesOf(named), [named]);
  const isWrong = examples.some(({ name }) => name === undefined || name.length > MAX_NAME);
  return (
    <Card title={translate(words.title)}>
      <label htmlFor={id} className={styles.label}>
        {translate(words.pattern)}
      </label>
      <TextInput
        id={id}
        value={pattern}
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
  named: readonly NamedRow[],
): readonly { readonly kind: ExampleKind; readonly name: string | undefined }[] {
  const first = named[0];
  const last = named.at(-1);
  if (first === undefined || last === undefined) return [];
  let longest = first;
  for (const one of named) {
    if ((one.name?.length ?? 0) > (longest.name?.length ?? 0)) longest = one;
  }
  return [
    { kind: 'first', name: first.name },
    { kind: 'last', name: last.name },
    { kind: 'longest', name: longest.name },
  ];
}
