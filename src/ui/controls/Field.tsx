import type { Path } from '#src/json/path.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FlagField } from './FlagField.tsx';
import { OfGeneration } from '#src/ui/field/OfGeneration.tsx';
import { StringsField } from '#src/ui/lists/StringsField.tsx';
import type { TakePaste } from '#src/ui/field/TextControl.tsx';
import { TextField } from './TextField.tsx';

interface FieldProps {
  path: Path;
  /** Monospace, for what goes over the wire as typed. */
  wire?: boolean;
  quiet?: boolean;
  minRows?: number;
  suggestions?: readonly string[];
  onPasteText?: TakePaste;
  /** Lists of texts: no more than a line while there are none. */
  folds?: boolean;
}

/**
 * The control of the leaf at a path, chosen by the kind of its spec; none for a field that only another
 * generation of the API has, unless it is in the document. Throws for paths that are no leaf.
 */
export function Field(props: FieldProps) {
  return (
    <OfGeneration path={props.path}>
      <Control {...props} />
    </OfGeneration>
  );
}

function Control({ path, folds, ...look }: FieldProps) {
  const { root } = useEditor();
  const spec = specAt(root, path);
  switch (spec?.kind) {
    case 'text':
    case 'integer':
    case 'amount':
      return <TextField path={path} spec={spec} {...look} />;
    case 'choice':
      return <ChoiceField path={path} spec={spec} quiet={look.quiet ?? false} />;
    case 'flag':
      return <FlagField path={path} spec={spec} />;
    case 'strings':
      return <StringsField path={path} spec={spec} folds={folds ?? false} />;
    default:
      throw new Error(`no leaf at ${path.join('.')}`);
  }
}
