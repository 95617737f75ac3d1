import clsx from 'clsx';
import styles from './definition-list.module.css';
import { ForeignText } from '../words/ForeignText.tsx';

export type Definition = readonly [term: string, value: string | undefined];

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
      {items.map(([term, value]) =>
        value ? (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <ForeignText key={value} text={value} />
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
