import TextareaAutosize from '@mui/material/TextareaAutosize';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '#src/ui/class-names.ts';
import styles from './inputs.module.css';

interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'style'> {
  /** True while a problem stands under it. */
  isWrong?: boolean | undefined;
  minRows: number;
  maxRows: number;
}

/** Text of several lines, in a box that grows with what is typed. */
export function TextArea({ isWrong, ...area }: TextAreaProps) {
  return (
    <TextareaAutosize
      {...area}
      aria-invalid={isWrong ?? false}
      className={classNames(styles.input, styles.area)}
    />
  );
}
