import type { Change } from '#src/convert/diff/diff-documents.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { FirstItems } from '../first-items.ts';

/** One difference between two documents as shown, with shortened values. */
export interface DiffRow {
  readonly kind: Change['kind'];
  readonly path: Path;
  readonly before?: string;
  readonly after?: string;
  /** The old index of a row that was moved. */
  readonly from?: number;
}

/** The most characters of a value that are shown. */
const MAX_VALUE = 200;

export function toDiffRows(changes: readonly Change[], limit: number): FirstItems<DiffRow> {
  return { items: changes.slice(0, limit).map(toRow), count: changes.length };
}

function toRow(change: Change): DiffRow {
  return {
    kind: change.kind,
    path: change.path,
    ...('before' in change && { before: shortText(change.before) }),
    ...('after' in change && { after: shortText(change.after) }),
    ...('from' in change && { from: change.from }),
  };
}

function shortText(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
