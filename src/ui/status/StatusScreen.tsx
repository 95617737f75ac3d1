import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Card } from '#src/ui/blocks/Card.tsx';
import styles from './status.module.css';

interface StatusScreenProps {
  title: string;
  /** The meaning, and the actions of the user. */
  children?: ReactNode;
  /** The error behind it. */
  details?: ReactNode;
  action?: { label: string; onClick: () => void } | undefined;
}

/** Replaces the deployment if it cannot be shown. */
export function StatusScreen({ title, children, details, action }: StatusScreenProps) {
  return (
    <Card>
      <div role="status" className={styles.status}>
        <h1>{title}</h1>
        {children && <p>{children}</p>}
        {details}
      </div>
      {action && (
        <Button variant="contained" onClick={action.onClick}>
          <span>{action.label}</span>
        </Button>
      )}
    </Card>
  );
}

/** The outline of a page while it is loading. */
export function LoadingScreen({ label }: { label: string }) {
  return (
    <div role="status" className={styles.skeleton}>
      <span className={styles.hidden}>{label}</span>
      <div className={styles.bone} />
      <div className={styles.bone} />
      <div className={styles.bone} />
    </div>
  );
}
