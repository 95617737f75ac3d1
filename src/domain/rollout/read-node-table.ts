import type { Text } from '#src/domain/core/text.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { getIn } from '#src/json/get-in.ts';
import { parsePointer, type Path } from '#src/json/path.ts';
import { isJsonList, type Json, type JsonObject } from '#src/json/value.ts';
import { readCells, type TableRecord } from './csv-cells.ts';
import { refusePointer } from './expand-row.ts';
import type { PlannedRow } from './planned-rollout.ts';
import { isItemKey, itemAt, putValue } from './put-value.ts';

/** A cell that cannot be used. */
export interface CellProblem {
  /** From 1. */
  readonly line: number;
  /** The title of the column; empty in a list without titles. */
  readonly column: string;
  readonly value: string;
  readonly message: Text;
}

export interface NodeTableReading {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly CellProblem[];
  /** The columns that are variables, and those that are values. */
  readonly variables: readonly string[];
  readonly pointers: readonly string[];
}

interface ListedNode {
  readonly id: string;
  readonly name: string;
}

/** Without spaces, dots and underscores. */
const idTitles = new Set(['id', 'node', 'nodeid', '节点', '节点id']);
const nameTitles = new Set(['name', 'nodename', '名称', '节点名称', '节点名']);

const ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;
const VARIABLE_NAME = /^[\p{L}\p{M}\p{N}_.-]{1,64}$/u;

type Column =
  | { readonly kind: 'id' | 'name' | 'variable'; readonly title: string }
  | { readonly kind: 'value'; readonly title: string; readonly path: Path }
  | { readonly kind: 'wrong' | 'empty'; readonly title: string };

/**
 * Reads a pasted list of nodes, by ID or name, or a table with titles: `id` or `name`, then JSON pointers for values and
 * other names for variables. Every cell is checked; a row with a wrong cell is left out.
 */
export function readNodeTable(
  text: string,
  nodes: readonly ListedNode[],
  body: JsonObject | undefined,
): NodeTableReading {
  const problems: CellProblem[] = [];
  const records = readCells(text);
  const titles = records[0]?.cells ?? [];
  const columns = isHeader(titles) ? readTitles(records[0]!, body, problems) : undefined;
  const findNode = createNodeFinder(nodes);
  const rows: PlannedRow[] = [];
  const seen = new Map<string, number>();
  const addRow = (line: number, column: string, value: string, row: PlannedRow | Text) => {
    if (!('id' in row)) return void problems.push({ line, column, value, message: row });
    const before = seen.get(row.id);
    if (before !== undefined)
      return void problems.push({ line, column, value, message: twice(before) });
    seen.set(row.id, line);
    return void rows.push(row);
  };
  if (columns === undefined) {
    for (const { line, cells } of records) {
      for (const cell of cells.flatMap((one) => one.split(/[\s,;，；、]+/)).filter(Boolean))
        addRow(line, '', cell, findNode(cell));
    }
  } else {
    for (const record of records.slice(1)) {
      const before = problems.length;
      const row = readRow(record, columns, body, findNode, problems);
      if (row !== undefined && problems.length === before)
        addRow(record.line, row.column, row.value, row.row);
    }
  }
  return {
    rows,
    problems,
    variables: titlesOf(columns, 'variable'),
    pointers: titlesOf(columns, 'value'),
  };
}

function titlesOf(columns: readonly Column[] = [], kind: Column['kind']): readonly string[] {
  return columns.filter((column) => column.kind === kind).map(({ title }) => title);
}

function isHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => isKeyTitle(cell) || cell.startsWith('/'));
}

function isKeyTitle(cell: string): boolean {
  return idTitles.has(plainTitle(cell)) || nameTitles.has(plainTitle(cell));
}

function plainTitle(cell: string): string {
  return cell.toLowerCase().replaceAll(/[\s._]/g, '');
}

function readTitles(
  { line, cells }: TableRecord,
  body: JsonObject | undefined,
  problems: CellProblem[],
): readonly Column[] {
  const seen = new Set<string>();
  if (!cells.some(isKeyTitle)) problems.push({ line, column: '', value: '', message: noKeyTitle });
  return cells.map((title): Column => {
    // Spreadsheets add separators for columns that were once used. A value there is reported.
    if (title === '') return { kind: 'empty', title };
    const wrong = (message: Text): Column => {
      problems.push({ line, column: title, value: title, message });
      return { kind: 'wrong', title };
    };
    if (seen.has(title)) return wrong(sameTitle);
    seen.add(title);
    const plain = plainTitle(title);
    if (idTitles.has(plain)) return { kind: 'id', title };
    if (nameTitles.has(plain)) return { kind: 'name', title };
    if (!title.startsWith('/'))
      return VARIABLE_NAME.test(title) ? { kind: 'variable', title } : wrong(badTitle);
    const refused = refusePointer(title, 'create');
    if (refused !== undefined) return wrong(refused);
    const keys = parsePointer(title) ?? [];
    if (putValue(body ?? {}, keys, null) === undefined) return wrong(noPlace);
    return { kind: 'value', title, path: pathIn(body, keys) };
  });
}

/** The keys of a pointer, with numbers for the items of lists. */
function pathIn(body: Json | undefined, keys: readonly string[]): Path {
  const path: (string | number)[] = [];
  for (const key of keys) {
    const inside = getIn(body, path);
    if (!isJsonList(inside)) path.push(key);
    else path.push((key === '-' ? undefined : itemAt(inside, key)) ?? inside.length);
  }
  return path;
}

function createNodeFinder(nodes: readonly ListedNode[]) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byName = new Map<string, ListedNode[]>();
  for (const node of nodes) byName.set(node.name, [...(byName.get(node.name) ?? []), node]);
  return (cell: string): PlannedRow | Text => {
    const node = byId.get(cell);
    if (node !== undefined) return { id: node.id, name: node.name };
    const named = byName.get(cell) ?? [];
    if (named.length === 1) return { id: named[0]!.id, name: cell };
    if (named.length > 1) return severalNodes(named.length);
    // A node beyond those that the target listed.
    return /^[0-9a-f-]{32,36}$/i.test(cell) && ID.test(cell) ? { id: cell } : noNode;
  };
}

function readRow(
  { line, cells }: TableRecord,
  columns: readonly Column[],
  body: JsonObject | undefined,
  findNode: (cell: string) => PlannedRow | Text,
  problems: CellProblem[],
):
  { readonly column: string; readonly value: string; readonly row: PlannedRow | Text } | undefined {
  const own: Record<string, string> = {};
  const values: Record<string, Json> = {};
  let key: { readonly column: string; readonly value: string } | undefined;
  let name = '';
  const stray = cells.find((cell, index) => cell !== '' && (columns[index]?.title ?? '') === '');
  if (stray !== undefined) problems.push({ line, column: '', value: stray, message: noTitle });
  for (const [index, column] of columns.entries()) {
    const value = cells[index] ?? '';
    const { title } = column;
    if (value === '') continue;
    if (column.kind === 'id') key = { column: title, value };
    else if (column.kind === 'name') {
      name = value.trim();
      key ??= { column: title, value };
    } else if (column.kind === 'variable') own[title] = value;
    else if ('path' in column) {
      const typed = toValue(value, column.path, body);
      if ('message' in typed) problems.push({ line, column: title, value, message: typed.message });
      else values[title] = typed.value;
    }
  }
  if (key === undefined) {
    problems.push({ line, column: columns[0]?.title ?? '', value: '', message: noKey });
    return undefined;
  }
  const found = findNode(key.value.trim());
  if (!('id' in found)) return { ...key, row: found };
  if (name !== '' && found.name !== undefined && found.name !== name)
    return { ...key, row: otherName(found.name) };
  return {
    ...key,
    row: {
      ...found,
      ...(Object.keys(own).length > 0 && { columns: own }),
      ...(Object.keys(values).length > 0 && { values }),
    },
  };
}

/** A value of an update as the type that the API has at a pointer. */
export function readCellValue(
  cell: string,
  pointer: string,
): { readonly value: Json } | { readonly message: Text } {
  // The types of all items are the same.
  const path = (parsePointer(pointer) ?? []).map((key) => (isItemKey(key) ? 0 : key));
  return toValue(cell, path, undefined);
}

/** A cell as the type that the body, or else the API, has at the path. */
function toValue(
  cell: string,
  path: Path,
  body: JsonObject | undefined,
): { readonly value: Json } | { readonly message: Text } {
  const present = getIn(body, path);
  const kind = specAt(deploymentGroup, path)?.kind;
  if (typeof present === 'number' || (present === undefined && kind === 'integer')) {
    const number = Number(cell);
    return String(number) === cell ? { value: number } : { message: noNumber };
  }
  if (typeof present === 'boolean' || (present === undefined && kind === 'flag')) {
    // Spreadsheets write them in capitals.
    const lower = cell.toLowerCase();
    if (lower === 'true' || lower === 'false') return { value: lower === 'true' };
    return { message: noFlag };
  }
  const isWhole =
    (typeof present === 'object' && present !== null) ||
    (present === undefined && (kind === 'group' || kind === 'rows' || kind === 'entries'));
  if (!isWhole) return { value: cell };
  try {
    return { value: JSON.parse(cell) as Json };
  } catch {
    return { message: noJson };
  }
}

const sameTitle: Text = { en: 'Two columns have this title.', zh: '有两列使用此标题。' };
const badTitle: Text = {
  en: 'The title must be a JSON pointer such as /description, or a variable of letters, digits, “.”, “_” and “-”.',
  zh: '标题必须是 JSON 指针（例如 /description），或由文字、数字、“.”、“_”、“-”组成的变量名。',
};
const noPlace: Text = {
  en: 'The document has no place for this value: its parent does not exist.',
  zh: '文档中没有该值的位置：其上级不存在。',
};
const noNode: Text = {
  en: 'No node of the project has this ID or name.',
  zh: '项目中没有此 ID 或名称的节点。',
};
const noKey: Text = { en: 'The row names no node.', zh: '该行没有节点。' };
const noKeyTitle: Text = {
  en: 'The table needs a column with the title id or name.',
  zh: '表格需要标题为 id 或 name 的列。',
};
const noTitle: Text = {
  en: 'The column of this cell has no title.',
  zh: '该单元格所在的列没有标题。',
};
const noNumber: Text = { en: 'Must be a number, such as 8080.', zh: '必须是数字，例如 8080。' };
const noFlag: Text = { en: 'Must be true or false.', zh: '必须是 true 或 false。' };
const noJson: Text = { en: 'Must be JSON.', zh: '必须是 JSON。' };

function twice(line: number): Text {
  return {
    en: `The node is already in line ${line}.`,
    zh: `该节点已在第 ${line} 行出现。`,
  };
}

function severalNodes(count: number): Text {
  return {
    en: `${count} nodes have this name. Use the ID.`,
    zh: `有 ${count} 个节点使用此名称，请使用 ID。`,
  };
}

function otherName(name: string): Text {
  return {
    en: `The ID belongs to the node “${name}”.`,
    zh: `该 ID 属于节点“${name}”。`,
  };
}
