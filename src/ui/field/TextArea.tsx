import clsx from 'clsx';
import type { ComponentPropsWithRef, CSSProperties } from 'react';
import { rowsOf } from '#src/ui/editing/inputs/fit-rows.ts';
import styles from './inputs.module.css';

interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'style' | 'rows'> {
  /** Monospace, for values that are sent as typed. */
  wire?: boolean | undefined;
  /** True while an error is shown below it. */
  isWrong?: boolean | undefined;
  minRows?: number | undefined;
}

/**
 * Text that may contain line breaks. It looks like an input while it has one line, and grows with its lines up to a
 * limit. Browsers without `field-sizing` do not count wrapped lines. If uncontrolled, the owner calls `fitRows`.
 */
export function TextArea({ wire, isWrong, minRows = 1, ...area }: TextAreaProps) {
  const text = area.value ?? area.defaultValue;
  return (
    <textarea
      {...area}
      aria-invalid={isWrong ?? false}
      rows={rowsOf(String(text ?? ''), minRows)}
      data-min-rows={minRows}
      style={{ '--min-rows': minRows } as CSSProperties}
      className={clsx(styles.input, styles.area, wire && styles.wire)}
    />
  );
}
