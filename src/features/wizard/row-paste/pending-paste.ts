import type { Path } from '#src/json/path.ts';

/** A paste that waits for the user's decision. */
export interface PendingPaste {
  readonly row: Path;
  readonly pasted: string;
  readonly insertAsText: () => void;
}
