import type { ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { existsIn } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { ShowWhilePresent } from './ShowWhilePresent.tsx';

/** Shows a part of the form if the current API generation has the field at `path`, or if the document contains it. */
export function GenerationGate({ path, children }: { path: Path; children: ReactNode }) {
  const { root, generation } = useEditor();
  const spec = specAt(root, path);
  if (spec === undefined || existsIn(spec, generation)) return children;
  return <ShowWhilePresent path={path}>{children}</ShowWhilePresent>;
}
