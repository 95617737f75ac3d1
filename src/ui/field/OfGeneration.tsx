import type { ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { existsIn } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { WhilePresent } from './WhilePresent.tsx';

/** Shows a part of the form if the generation of the API in force has the field at its path; else only while that is in the document. */
export function OfGeneration({ path, children }: { path: Path; children: ReactNode }) {
  const { root, generation } = useEditor();
  const spec = specAt(root, path);
  if (spec === undefined || existsIn(spec, generation)) return children;
  return <WhilePresent path={path}>{children}</WhilePresent>;
}
