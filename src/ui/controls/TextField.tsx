import { useId } from 'react';
import type { Path } from '#src/json/path.ts';
import type { AmountSpec, IntegerSpec, TextSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { useCell } from '#src/ui/editing/use-cell.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { helpOf } from '#src/ui/field/help-words.ts';
import { TextControl, type TakePaste } from '#src/ui/field/TextControl.tsx';
import { useMark } from '#src/ui/field/use-mark.ts';

/** The keyboard of a phone. */
const modes = { text: undefined, integer: 'numeric', amount: 'decimal' } as const;

interface TextFieldProps {
  path: Path;
  spec: TextSpec | IntegerSpec | AmountSpec;
  /** Words that differ from the spec's where the meaning depends on a neighbour (volume source). */
  label?: Text;
  limit?: Text | undefined;
  /** Words of the page in place of the spec's help. */
  help?: string | undefined;
  placeholder?: string;
  /** True where an empty text is a value (env values). */
  keepsEmpty?: boolean;
  /** Monospace, for what goes over the wire as typed. */
  wire?: boolean;
  /** Rows of a text area while it is empty. */
  minRows?: number;
  onPasteText?: TakePaste | undefined;
  /** Values to choose from while typing freely. */
  suggestions?: readonly string[];
  /** No helper text: the rows of long lists say their limits once, above. */
  quiet?: boolean;
}

/** A text, number or amount of the document. Numbers are text inputs too: `type="number"` loses what was typed. */
export function TextField(props: TextFieldProps) {
  const { path, spec, keepsEmpty = false, wire, minRows, suggestions, quiet } = props;
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const ids = fieldIds(useId());
  const issues = useShownIssues(path);
  const mark = useMark(spec);
  const cell = useCell(path, spec, keepsEmpty);
  const words = props.limit === undefined ? spec : { ...spec, limit: props.limit };
  const help = quiet ? undefined : (props.help ?? helpOf(words, translate));
  const unit = 'unit' in spec && spec.unit ? translate(spec.unit) : undefined;
  const placeholder = props.placeholder ?? spec.placeholder ?? spec.assumed;
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
      issues={issues}
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
