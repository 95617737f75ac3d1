import type { FocusEvent, ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import styles from './rows.module.css';

interface RowProps {
  path: Path;
  /** Name of the row with its number: `Port 2`. */
  name: string;
  /** `card`: several fields under a heading. `inline`: one control with its actions beside it. */
  layout: 'card' | 'inline';
  actions: ReactNode;
  children: ReactNode;
}

export function Row({ path, name, layout, actions, children }: RowProps) {
  const { store, problemVisibility } = useEditor();
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget))
      problemVisibility.touch(store.get(), path);
  };
  if (layout === 'inline') {
    return (
      <div data-row className={styles.inlineRow}>
        <div className={styles.inlineBody}>{children}</div>
        {actions}
      </div>
    );
  }
  return (
    // Only observes that the focus leaves the row.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div role="group" aria-label={name} data-row onBlur={leave} className={styles.card}>
      <div className={styles.head}>
        <span aria-hidden className={styles.name}>
          {name}
        </span>
        {actions}
      </div>
      <GroupIssues path={path} />
      {children}
      <div className={styles.unknown}>
        <UnknownKeys path={path} />
      </div>
    </div>
  );
}
