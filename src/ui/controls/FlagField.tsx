import Button from '@mui/material/Button';
import { useId } from 'react';
import type { Path } from '#src/json/path.ts';
import type { FlagSpec } from '#src/domain/core/spec/field.ts';
import { useEdit, useEditor, useShownIssues, useValue } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import { ReferenceLink } from '#src/ui/field/ReferenceLink.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { describedBy, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import styles from '#src/ui/field/frame.module.css';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';

/**
 * A switch. Until it is touched, it adds no key and shows the default of the service. Afterwards a button removes the key
 * again.
 */
export function FlagField({ path, spec }: { path: Path; spec: FlagSpec }) {
  const { root, store, problemVisibility, readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const edit = useEdit();
  const ids = fieldIds(useId());
  const issues = useShownIssues(path);
  const value = useValue(path);
  const mark = useLabelNote(spec);
  const control = useControl(path);
  const isOn = value === undefined ? spec.assumed === 'true' : value === true;
  const state =
    value === undefined
      ? t('field.notSentAssumed', { value: spec.assumed ?? 'false' })
      : t('field.sent', { value: JSON.stringify(value) });
  return (
    <div className={styles.flag}>
      <input
        type="checkbox"
        // A native checkbox exposes its state without `aria-checked`.
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
        role="switch"
        className={styles.switch}
        id={ids.control}
        {...control}
        checked={isOn}
        disabled={readOnly}
        onChange={(event) => {
          const next = event.target.checked;
          edit((document) => writeAt(root, document, path, next), path);
          problemVisibility.touch(store.get(), path);
        }}
        data-untouched={value === undefined || undefined}
        aria-describedby={describedBy(ids, issues, true)}
      />
      <div className={styles.flagText}>
        <div className={styles.flagLine}>
          <label htmlFor={ids.control} id={`${ids.control}-label`} className={styles.flagLabel}>
            {translate(spec.label)}
          </label>
          <span className={styles.mark}>{mark ? `${state} · ${mark}` : state}</span>
          {value !== undefined && !readOnly && (
            <Button
              size="small"
              variant="text"
              aria-describedby={`${ids.control}-label`}
              onClick={() => edit((document) => clearAt(root, document, path), path)}
              className={styles.doNotSend ?? ''}
            >
              {t('field.doNotSend')}
            </Button>
          )}
          <ReferenceLink path={path} />
        </div>
        <div id={ids.help} className={styles.mark}>
          {spec.help && translate(spec.help)}
        </div>
        {issues.length > 0 && (
          <div id={ids.issues} className={styles.flagIssues}>
            <IssueLines issues={issues} />
          </div>
        )}
      </div>
    </div>
  );
}
