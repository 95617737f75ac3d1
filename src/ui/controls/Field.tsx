import type { ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { AmountField } from './AmountField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { FlagField } from './FlagField.tsx';
import { GenerationGate } from '#src/ui/field/GenerationGate.tsx';
import { StringsField } from '#src/ui/lists/StringsField.tsx';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { TextField } from './TextField.tsx';

interface FieldProps {
  path: Path;
  /** Monospace, for values that are sent as typed. */
  wire?: boolean;
  hideHelp?: boolean;
  minRows?: number;
  suggestions?: readonly string[];
  /** A button after the text. */
  button?: ReactNode;
  onPasteText?: PasteHandler;
  /** Reduces an empty list of texts to one line. */
  compactWhenEmpty?: boolean;
}

/**
 * The control for the leaf at a path, chosen by its field kind. Hidden if the current API generation does not have the
 * field and the document does not contain it. Throws if the path is not a leaf.
 */
export function Field(props: FieldProps) {
  return (
    <GenerationGate path={props.path}>
      <Control {...props} />
    </GenerationGate>
  );
}

function Control({ path, compactWhenEmpty, ...display }: FieldProps) {
  const { root } = useEditor();
  const spec = specAt(root, path);
  switch (spec?.kind) {
    case 'text':
    case 'integer':
      return <TextField path={path} spec={spec} {...display} />;
    case 'amount':
      return <AmountField path={path} spec={spec} />;
    case 'choice':
      return <ChoiceField path={path} spec={spec} hideHelp={display.hideHelp ?? false} />;
    case 'flag':
      return <FlagField path={path} spec={spec} />;
    case 'strings':
      return <StringsField path={path} spec={spec} compactWhenEmpty={compactWhenEmpty ?? false} />;
    default:
      throw new Error(`no leaf at ${path.join('.')}`);
  }
}
