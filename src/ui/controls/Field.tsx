import type { Path } from '#src/document/path.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FlagField } from './FlagField.tsx';
import { StringsField } from './StringsField.tsx';
import { TextField } from './TextField.tsx';

interface FieldProps {
  path: Path;
  /** Monospace, for what goes over the wire as typed. */
  wire?: boolean;
  quiet?: boolean;
  minRows?: number;
  suggestions?: readonly string[];
}

/** The control of the leaf at a path, chosen by the kind of its spec. Throws for paths that are no leaf. */
export function Field({ path, ...look }: FieldProps) {
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
      return <StringsField path={path} spec={spec} />;
    default:
      throw new Error(`no leaf at ${path.join('.')}`);
  }
}
