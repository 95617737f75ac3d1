import { useAllIssues } from '#src/ui/editing/editor.ts';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import styles from './frame.module.css';

/** What is wrong with the document as a whole, such as one of another API: no field could show it. */
export function RootIssues() {
  const issues = useAllIssues().filter(({ path }) => path.length === 0);
  return (
    <div className={styles.rootIssues}>
      <IssueLines issues={issues} />
    </div>
  );
}
