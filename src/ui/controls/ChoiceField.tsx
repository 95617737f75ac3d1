import { useId } from 'react';
import type { Path } from '#src/json/path.ts';
import { existsIn, type ChoiceSpec } from '#src/domain/core/spec/field.ts';
import { useEditor, useEdit, useShownIssues, useValue } from '#src/ui/editing/editor.ts';
import { toText } from '#src/ui/editing/inputs/leaf-text.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { helpOf } from '#src/ui/field/help-words.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';

interface ChoiceFieldProps {
  path: Path;
  spec: ChoiceSpec;
  hideHelp?: boolean;
  /** Replaces the default edit, for a choice that also changes other fields. */
  onChoose?: (value: string | undefined) => void;
}

/**
 * A select. Optional fields also offer “not sent”. A value that the current API generation does not have stays in the
 * document and in the list.
 */
export function ChoiceField({ path, spec, hideHelp, onChoose }: ChoiceFieldProps) {
  const { root, generation, store, problemVisibility, readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const edit = useEdit();
  const ids = fieldIds(useId());
  const issues = useShownIssues(path);
  const value = useValue(path);
  const text = toText(value);
  const offered = spec.options.filter(
    (option) => existsIn(option, generation) || option.value === text,
  );
  const known = value === undefined || offered.some((option) => option.value === text);
  const mark = useLabelNote(spec);
  const help = hideHelp ? undefined : helpOf(spec, translate);
  const control = useControl(path);

  const choose = (next: string) => {
    const word = next === '' ? undefined : next;
    if (onChoose) onChoose(word);
    else
      edit(
        (document) =>
          word === undefined ? clearAt(root, document, path) : writeAt(root, document, path, word),
        path,
      );
  };
  return (
    <FieldFrame
      ids={ids}
      label={translate(spec.label)}
      required={spec.required ?? false}
      mark={mark}
      help={help}
      issues={issues}
      path={path}
    >
      <SelectInput
        id={ids.control}
        {...control}
        value={value === undefined ? '' : text}
        onChange={(event) => choose(event.target.value)}
        onBlur={() => problemVisibility.touch(store.get(), path)}
        isWrong={issues.some((issue) => issue.severity === 'error')}
        disabled={readOnly}
        aria-required={spec.required}
        aria-describedby={describedBy(ids, issues, help !== undefined)}
      >
        {!spec.required || value === undefined ? (
          <option value="">
            {spec.required
              ? t('field.choose')
              : spec.assumed
                ? t('field.notSentAssumed', { value: spec.assumed })
                : t('field.notSent')}
          </option>
        ) : null}
        {offered.map((option) => (
          <option key={option.value} value={option.value}>
            {translate(option.label)}
          </option>
        ))}
        {!known && text !== '' && <option value={text}>{text}</option>}
      </SelectInput>
    </FieldFrame>
  );
}
