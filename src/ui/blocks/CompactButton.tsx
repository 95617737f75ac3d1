import Button from '@mui/material/Button';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './compact-button.module.css';

interface CompactButtonProps {
  label: string;
  icon: ReactNode;
  /** How wide the pane around it has to be for the label beside the icon. */
  labelFrom: 'narrow' | 'medium' | 'wide';
  onClick: () => void;
}

/** A button in the title row of a pane. It shows its label where the pane has room, otherwise as a tooltip. */
export function CompactButton({ label, icon, labelFrom, onClick }: CompactButtonProps) {
  return (
    <Button
      size="small"
      variant="text"
      aria-label={label}
      title={label}
      className={clsx(styles.button, styles[labelFrom])}
      onClick={onClick}
    >
      {icon}
      <span className={styles.label}>{label}</span>
    </Button>
  );
}
