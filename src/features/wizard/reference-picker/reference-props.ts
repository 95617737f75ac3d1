import type { Path } from '#src/json/path.ts';

/** The field that a reference is chosen for. */
export interface ReferenceProps {
  kind: 'configmap' | 'secret';
  /** Of the name. The field itself accepts any text. */
  path: Path;
  /** Of the key, where one can be chosen with the name. */
  keyPath?: Path;
}
