import { useState, type FocusEvent, type ReactNode } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { whenPointerIsUp } from '#src/ui/timing/when-pointer-is-up.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import styles from './frame.module.css';

/**
 * Shows what belongs to a path only while that is in the document, for fields that are offered no longer
 * or not here. What has the focus stays until it is left, so that a field can be emptied and typed anew.
 */
export function WhilePresent({ path, children }: { path: Path; children: ReactNode }) {
  const isPresent = useDocument((document) => getIn(document, path) !== undefined);
  const [isInside, setInside] = useState(false);
  if (!isPresent && !isInside) return null;
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    whenPointerIsUp(() => setInside(false));
  };
  return (
    <div className={styles.part} onFocus={() => setInside(true)} onBlur={leave}>
      {children}
    </div>
  );
}
