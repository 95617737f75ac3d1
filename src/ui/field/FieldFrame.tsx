import clsx from 'clsx';
import { use, type ReactNode } from 'react';
import { IssueLines, messageWords, type ShownIssue } from './IssueLine.tsx';
import type { Path } from '#src/json/path.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './frame.module.css';
import { withoutRepeats } from './help-words.ts';
import { ReferenceLink } from './ReferenceLink.tsx';
import { TableCells } from './table-cells.ts';

/** Ids that link a control to its label, help and issues. */
export interface FieldIds {
  readonly control: string;
  readonly help: string;
  readonly issues: string;
}

/** Creates the ids of one field from React's `useId`. */
export function fieldIds(id: string): FieldIds {
  return { control: id, help: `${id}-help`, issues: `${id}-issues` };
}

/** The `aria-describedby` of a control: issues first, then help. */
export function describedBy(ids: FieldIds, issues: readonly ShownIssue[], hasHelp: boolean) {
  const parts = [issues.length > 0 ? ids.issues : '', hasHelp ? ids.help : ''];
  return parts.filter(Boolean).join(' ') || undefined;
}

interface FieldFrameProps {
  ids: FieldIds;
  label: string;
  required?: boolean;
  /** Text below the control. */
  help?: string | undefined;
  /** True if the help only repeats the limit: it is shown while the field has the focus or an issue. */
  isLimit?: boolean;
  /** A note after the label, such as the edition. */
  mark?: string | undefined;
  issues: readonly ShownIssue[];
  /** Links to the field in the reference. */
  path?: Path;
  /** For groups of controls (radios, lists): the label names the group instead of a control. */
  asGroup?: boolean;
  children: ReactNode;
}

/** Label, control, issues and help: the frame around every control. */
export function FieldFrame(props: FieldFrameProps) {
  const { ids, label, required, help, isLimit, mark, issues, path, asGroup, children } = props;
  const t = useWords();
  const translate = useTranslate();
  const isCell = use(TableCells);
  const hasNotes = issues.length > 0 || help !== undefined;
  const group = asGroup
    ? {
        role: 'group',
        'aria-labelledby': `${ids.control}-label`,
        'aria-describedby': describedBy(ids, issues, help !== undefined),
      }
    : {};
  return (
    <div {...group} className={clsx(styles.frame, isCell && hasNotes && styles.cellWithNotes)}>
      <div className={clsx(styles.labels, isCell && styles.inColumn)}>
        {asGroup ? (
          <span id={`${ids.control}-label`} className={styles.label}>
            {label}
          </span>
        ) : (
          <label id={`${ids.control}-label`} htmlFor={ids.control} className={styles.label}>
            {label}
          </label>
        )}
        {required && (
          <span aria-hidden className={styles.star} title={t('field.required')}>
            *
          </span>
        )}
        {mark && <span className={styles.mark}>{mark}</span>}
        {path && !isCell && <ReferenceLink path={path} />}
      </div>
      {children}
      {issues.length > 0 && (
        <div id={ids.issues} className={styles.issues}>
          <IssueLines issues={issues} />
        </div>
      )}
      {help && (
        <div id={ids.help} className={clsx(styles.help, isLimit && styles.limit)}>
          {withoutRepeats(
            help,
            issues.map(({ message }) => messageWords(message, translate)),
          )}
        </div>
      )}
    </div>
  );
}
