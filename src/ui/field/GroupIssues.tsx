import type { Path } from '#src/json/path.ts';
import { useShownIssues } from '#src/ui/editing/editor.ts';
import { IssueLines } from './IssueLine.tsx';
import styles from './issues.module.css';

/** Issues of an object rather than of a field, such as a row without a host port or a probe without a kind. */
export function GroupIssues({ path }: { path: Path }) {
  const issues = useShownIssues(path);
  if (issues.length === 0) return null;
  return (
    <div className={styles.group}>
      <IssueLines issues={issues} />
    </div>
  );
}
