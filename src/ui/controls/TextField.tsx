import { useId, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import type { AmountSpec, IntegerSpec, TextSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { useCell } from '#src/ui/editing/use-cell.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { helpOf } from '#src/ui/field/help-words.ts';
import { TextControl, type PasteHandler } from '#src/ui/field/TextControl.tsx';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';

/** Keyboard on phones. */
const modes = { text: undefined, integer: 'numeric', amount: 'decimal' } as const;

interface TextFieldProps {
  path: Path;
  spec: TextSpec | IntegerSpec | AmountSpec;
  /** Replaces the label of the spec if the meaning depends on another field (volume source). */
  label?: Text;
  limit?: Text | undefined;
  /** Replaces the help of the spec. */
  help?: string | undefined;
  placeholder?: string;
  /** True if empty text is a value (env values). */
  keepsEmpty?: boolean;
  /** Monospace, for values that are sent as typed. */
  wire?: boolean;
  /** Rows of an empty text area. */
  minRows?: number;
  onPasteText?: PasteHandler | undefined;
  /** Suggested values. Any other text is accepted too. */
  suggestions?: readonly string[];
  /** A button after the text. */
  button?: ReactNode;
  /** Hides the help, for rows whose list shows it once. */
  hideHelp?: boolean;
}

/** A text, number or amount. Numbers use text inputs too, because `type="number"` discards invalid input. */
export function TextField(props: TextFieldProps) {
  const { path, spec, keepsEmpty = false, wire, minRows, suggestions, hideHelp } = props;
  const { readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const ids = fieldIds(useId());
  const issues = useShownIssues(path);
  const mark = useLabelNote(spec);
  const cell = useCell(path, spec, keepsEmpty);
  const words = props.limit === undefined ? spec : { ...spec, limit: props.limit };
  const help = props.help ?? (hideHelp ? undefined : helpOf(words, translate));
  const unit = 'unit' in spec && spec.unit ? translate(spec.unit) : props.button;
  const example = props.placeholder ?? spec.placeholder;
  const placeholder =
    example === undefined
      ? spec.assumed && t('field.default', { value: spec.assumed })
      : t('field.example', { value: example });
  const control = {
    ...cell,
    id: ids.control,
    placeholder,
    isWrong: issues.some((issue) => issue.severity === 'error'),
    readOnly,
    'aria-required': spec.required ?? undefined,
    'aria-describedby': describedBy(ids, issues, help !== undefined),
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
  };
  return (
    <FieldFrame
      ids={ids}
      label={translate(props.label ?? spec.label)}
      required={spec.required ?? false}
      mark={mark}
      help={help}
      isLimit={props.help === undefined && spec.help === undefined}
      issues={issues}
      path={path}
    >
      <TextControl
        {...control}
        multiline={spec.kind === 'text' && spec.multiline}
        minRows={minRows}
        wire={wire}
        unit={unit}
        inputMode={modes[spec.kind]}
        list={suggestions && `${ids.control}-list`}
        onPasteText={props.onPasteText}
      />
      {suggestions && (
        <datalist id={`${ids.control}-list`}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
