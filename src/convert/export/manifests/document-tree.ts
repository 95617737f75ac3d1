import { countLines } from '#src/document/lines.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { createLedger, type Ledger } from '#src/convert/report/ledger.ts';
import { createLeaf, type Leaf, type SourceNode } from '#src/convert/source/source.ts';

/** A document as the tree that mappings read. */
export interface DocumentTree {
  readonly root: SourceNode;
  readonly leaves: readonly Leaf[];
  /** Leaves that reports must not quote. */
  readonly hidden: readonly Leaf[];
}

/** A ledger of all values of a document. */
export function ledgerOf({ leaves, hidden }: DocumentTree): Ledger {
  const ledger = createLedger(leaves);
  for (const leaf of hidden) ledger.hide(leaf);
  return ledger;
}

/** Reads a document. Lines are those of its text, unless `lineOf` knows another. */
export function readDocument(
  document: Json,
  lineOf: (pointer: string) => number | undefined = () => undefined,
): DocumentTree {
  const leaves: Leaf[] = [];
  const read = (value: Json, path: Path, line: number): SourceNode => {
    const own = lineOf(toPointer(path)) ?? line;
    if (isJsonList(value) && value.length > 0) {
      let next = line + 1;
      const items = value.map((member, index) => {
        const item = read(member, [...path, index], next);
        next += countLines(member);
        return item;
      });
      return { kind: 'list', path, line: own, items };
    }
    if (isJsonObject(value) && Object.keys(value).length > 0) {
      let next = line + 1;
      const entries = Object.entries(value).map(([key, member]) => {
        const part = read(member, [...path, key], next);
        next += countLines(member);
        return [key, part] as const;
      });
      return { kind: 'object', path, line: own, entries: new Map(entries) };
    }
    const leaf = createLeaf(path, own, value, isScalar(value) ? String(value) : '');
    leaves.push(leaf);
    return leaf;
  };
  return { root: read(document, [], 1), leaves, hidden: [] };
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
