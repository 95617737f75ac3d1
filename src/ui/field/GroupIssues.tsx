import type { Path } from '#src/json/path.ts';
import { useShownIssues } from '#src/ui/editing/editor.ts';
import { IssueLines } from './IssueLine.tsx';
import styles from './issues.module.css';

/** Problems of an object as a whole (a row without a host port, a probe of no kind), where no input is to blame. */
export function GroupIssues({ path }: { path: Path }) {
  const issues = useShownIssues(path);
  if (issues.length === 0) return null;
  return (
    <div className={styles.group}>
      <IssueLines issues={issues} />
    </div>
  );
}
