import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { asObject, isJsonList, isJsonObject, type Json, type JsonList } from '#src/json/value.ts';

/** A list or object of the document, in the order of the text. */
export interface OutlineEntry {
  readonly path: Path;
  readonly label: Text;
  /** How many members it has. */
  readonly count: number;
  readonly children: readonly OutlineEntry[];
}

/** Objects that only wrap what people look for. */
const wrappers: ReadonlySet<string> = new Set(['deployment', 'template']);
/** Lists whose rows are entries of their own. */
const listsOfContainers: ReadonlySet<string> = new Set(['containers', 'init_containers']);
/** The most rows that are entries. */
const MAX_ROWS = 200;

/** The outline of a document: its lists and objects with the number of their members. */
export function outlineOf(root: GroupSpec, document: Json): readonly OutlineEntry[] {
  return entriesIn(root, document, []);
}

function entriesIn(root: GroupSpec, value: Json, path: Path): readonly OutlineEntry[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (typeof member !== 'object' || member === null) return [];
    const own = [...path, key];
    if (wrappers.has(key) && isJsonObject(member)) return entriesIn(root, member, own);
    const isContainers = listsOfContainers.has(key) && isJsonList(member);
    return [
      {
        path: own,
        label: labelOf(specAt(root, own), key),
        count: isJsonList(member) ? member.length : Object.keys(member).length,
        children: isContainers ? rowsOf(root, member, own) : [],
      },
    ];
  });
}

function rowsOf(root: GroupSpec, rows: JsonList, path: Path): readonly OutlineEntry[] {
  return rows.slice(0, MAX_ROWS).map((row, index): OutlineEntry => {
    const { name } = asObject(row);
    const title = typeof name === 'string' && name !== '' ? name : `[${index}]`;
    return {
      path: [...path, index],
      label: { en: title, zh: title },
      count: Object.keys(asObject(row)).length,
      children: entriesIn(root, row, [...path, index]),
    };
  });
}

function labelOf(spec: FieldSpec | undefined, key: string): Text {
  return spec?.label ?? { en: key, zh: key };
}
