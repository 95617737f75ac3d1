import { changeSentence } from '#src/convert/diff/change-sentences.ts';
import { diffDocuments, type Change } from '#src/convert/diff/diff-documents.ts';
import type { Text } from '#src/domain/core/text.ts';

import { formatPath, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { FirstItems } from '../first-items.ts';

/** One difference between two documents as shown, with shortened values. */
export interface DiffRow {
  readonly kind: Change['kind'];
  readonly path: Path;
  /** The place in the other document, to take the change back. */
  readonly otherPath: Path;
  readonly sentence: Text;
  readonly before?: string;
  readonly after?: string;
  /** The old index of a row that was moved. */
  readonly from?: number;
}

/** The most characters of a value that are shown. */
const MAX_VALUE = 200;

/** The differences between two documents; only the first `limit` are worded. */
export function toDiffRows(before: Json, after: Json, limit: number): FirstItems<DiffRow> {
  const changes = diffDocuments(before, after);
  const items = changes.slice(0, limit).map((change) => ({
    kind: change.kind,
    path: change.path,
    otherPath: change.otherPath,
    sentence: changeSentence(change, before, after),
    ...('before' in change && { before: shortText(change.before) }),
    ...('after' in change && { after: shortText(change.after) }),
    ...('from' in change && { from: change.from }),
  }));
  return { items, count: changes.length };
}

const signs = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

/** The differences as text: a line for each, with the old and the new value below it. */
export function diffText({ items, count }: FirstItems<DiffRow>): string {
  const lines = items.flatMap(({ kind, path, before, after, from }) => [
    `${signs[kind]} ${formatPath(path)}${from === undefined ? '' : ` (${from})`}`,
    ...(before === undefined || kind === 'moved' ? [] : [`  - ${before}`]),
    ...(after === undefined || kind === 'moved' ? [] : [`  + ${after}`]),
  ]);
  return [...lines, ...(count > items.length ? [`… ${count - items.length}`] : []), ''].join('\n');
}

function shortText(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
