import clsx from 'clsx';
import styles from './definition-list.module.css';
import { ForeignText } from '../words/ForeignText.tsx';

/** Values are monospace, as they appear in a request, unless they are `words` of this page. */
export type Definition = readonly [term: string, value: string | undefined, kind?: 'words'];

/** Terms with values from outside, shown safely. Terms without a value are omitted. */
export function DefinitionList({
  items,
  isSmall,
}: {
  items: readonly Definition[];
  isSmall?: boolean;
}) {
  return (
    <dl className={clsx(styles.list, isSmall && styles.small)}>
      {items.map(([term, value, kind]) =>
        value ? (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={clsx(kind === 'words' && styles.words)}>
              <ForeignText key={value} text={value} />
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
