import clsx from 'clsx';
import type { ComponentPropsWithRef } from 'react';
import styles from './inputs.module.css';

interface TextInputProps extends ComponentPropsWithRef<'input'> {
  /** Monospace, for what goes over the wire as typed. */
  wire?: boolean | undefined;
  /** True while a problem stands under it. */
  isWrong?: boolean | undefined;
  /** Words behind the text. */
  unit?: string | undefined;
}

/**
 * A line of text. A plain input in the look of all inputs: of nothing else are there so many on a page, and each costs
 * when a list is drawn (docs/decisions/0019-light-rows.md).
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
