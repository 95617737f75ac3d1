import clsx from 'clsx';
import styles from './forms.module.css';

interface FixedValueProps {
  label: string;
  value: string;
  /** Monospace, for text that goes over the wire. */
  wire?: boolean;
  help?: string;
}

/** A value fixed by the configuration: looks like a field but cannot be edited. */
export function FixedValue({ label, value, wire, help }: FixedValueProps) {
  return (
    <div>
      <div className={styles.fixedLabel}>{label}</div>
      <div className={clsx(styles.fixedValue, wire && styles.wire)}>{value}</div>
      {help && <div className={styles.help}>{help}</div>}
    </div>
  );
}
