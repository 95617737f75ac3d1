import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './inputs.module.css';

interface TextInputProps extends ComponentPropsWithRef<'input'> {
  /** Monospace, for values that are sent as typed. */
  wire?: boolean | undefined;
  /** True while an error is shown below it. */
  isWrong?: boolean | undefined;
  /** Unit or button after the text. */
  unit?: ReactNode;
}

/**
 * A line of text. A plain element, because long lists render many of them (docs/decisions/0019-light-rows.md).
 */
export function TextInput({ wire, isWrong, unit, ...input }: TextInputProps) {
  const base = unit === undefined ? styles.input : styles.bare;
  const control = (
    <input {...input} aria-invalid={isWrong ?? false} className={clsx(base, wire && styles.wire)} />
  );
  if (unit === undefined) return control;
  return (
    <span className={styles.boxed}>
      {control}
      <span className={styles.unit}>{unit}</span>
    </span>
  );
}
