import clsx from 'clsx';
import type { ComponentPropsWithRef } from 'react';
import styles from './inputs.module.css';

interface SelectInputProps extends ComponentPropsWithRef<'select'> {
  /** True while a problem stands under it. */
  isWrong?: boolean | undefined;
}

/** A native select in the look of the other inputs: quick to draw, right on phones, read by every screen reader. */
export function SelectInput({ isWrong, ...select }: SelectInputProps) {
  return (
    <select
      {...select}
      aria-invalid={isWrong ?? false}
      className={clsx(styles.input, styles.select)}
    />
  );
}
