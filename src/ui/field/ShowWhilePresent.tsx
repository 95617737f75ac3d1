import { useState, type FocusEvent, type ReactNode } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { whenPointerIsUp } from '#src/ui/timing/when-pointer-is-up.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import styles from './frame.module.css';

/**
 * Shows a field only while the document contains its value, for fields that are not offered otherwise. While it has the
 * focus it stays, so that the user can clear it and type again.
 */
export function ShowWhilePresent({ path, children }: { path: Path; children: ReactNode }) {
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
