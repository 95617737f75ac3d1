import { useAllIssues } from '#src/ui/editing/editor.ts';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import styles from './frame.module.css';

/** Issues of the document as a whole, which no field can show. */
export function RootIssues() {
  const issues = useAllIssues().filter(({ path }) => path.length === 0);
  return (
    <div data-root-issues className={styles.rootIssues}>
      <IssueLines issues={issues} />
    </div>
  );
}
