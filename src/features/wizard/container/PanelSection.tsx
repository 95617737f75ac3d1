import type { ReactNode } from 'react';
import { Card } from '#src/ui/blocks/Card.tsx';
import styles from './panel.module.css';

interface PanelSectionProps {
  title: string;
  help?: string;
  actions?: ReactNode;
  /** True inside of a card, which must not contain another one. */
  inPanel: boolean;
  children: ReactNode;
}

/** A section of a container: a card of its own, or a part of the panel of a tab. */
export function PanelSection({ inPanel, ...section }: PanelSectionProps) {
  const { title, help, actions, children } = section;
  if (!inPanel) return <Card {...section} />;
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {actions}
      </div>
      {help && <p className={styles.help}>{help}</p>}
      {children}
    </section>
  );
}
