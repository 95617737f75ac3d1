import { FileText, KeyRound, Server } from 'lucide-react';
import { useState } from 'react';
import clsx from 'clsx';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { ReviewCell } from './model/row-cells.ts';
import styles from './review.module.css';
import rowStyles from './row-table.module.css';
import type { FormattedValue } from './model/format-value.ts';
import { shorten } from './model/shorten.ts';

/** A value with its line breaks. A long value is cut, with a button that shows all of it. */
export function ValueText({ formatted }: { formatted: FormattedValue }) {
  const t = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const { shown, more } = shorten(formatted.text);
  const tone = clsx(styles.value, styles[formatted.tone]);
  if (more === undefined) return <span className={tone}>{formatted.text}</span>;
  return (
    <>
      <span tabIndex={-1} className={tone}>
        {showsAll ? formatted.text : `${shown}…`}
      </span>
      {!showsAll && (
        <button
          type="button"
          className={styles.more}
          onClick={({ currentTarget }) => revealBefore(currentTarget, () => setShowsAll(true))}
        >
          {t(more.kind === 'lines' ? 'review.allLines' : 'review.allCharacters', {
            count: more.count,
          })}
        </button>
      )}
    </>
  );
}

const icons = { configmap: FileText, secret: KeyRound, node: Server } as const;

export function CellText({ cell: { values, origin } }: { cell: ReviewCell }) {
  const Icon = origin && icons[origin];
  return (
    <>
      {values.map((formatted, index) => (
        <div key={index} className={rowStyles.cellLine}>
          {Icon && index === values.length - 1 && (
            <Icon size={14} className={rowStyles.icon} aria-hidden />
          )}
          <ValueText formatted={formatted} />
        </div>
      ))}
    </>
  );
}
