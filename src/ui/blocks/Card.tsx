import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** Follows the title, such as the edition. */
  note?: string | undefined;
  /** One or two sentences below the title. */
  help?: string | undefined;
  /** Buttons at the end of the title row. */
  actions?: ReactNode;
  /** A button in the corner of a card without a title row. */
  corner?: ReactNode;
  /** Without padding, for content that reaches the edges, such as a table. */
  flush?: boolean;
  headingLevel?: 'h2' | 'h3';
  children: ReactNode;
}

/** A section of a page on its own surface. Cards are never nested. */
export function Card(props: CardProps) {
  const { title, note, help, actions, corner, flush, children } = props;
  const Heading = props.headingLevel ?? 'h2';
  return (
    <section className={styles.card}>
      {(title || actions) && (
        <div className={styles.head}>
          {title && (
            <Heading className={styles.title}>
              {title}
              {note && <span className={styles.note}>{note}</span>}
            </Heading>
          )}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {corner && <div className={styles.corner}>{corner}</div>}
      {help && <p className={styles.help}>{help}</p>}
      <div className={clsx(!flush && styles.body)}>{children}</div>
    </section>
  );
}
