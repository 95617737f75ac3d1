/** A column of a pasted table. */
export type TableColumn =
  | 'container'
  | 'host'
  | 'ip'
  | 'name'
  | 'type'
  | 'source'
  | 'destination'
  | 'readOnly'
  | 'key'
  | 'value';

/** Titles of columns in lower case, without blanks and separators. */
const titles: Readonly<Record<string, ReadonlyMap<string, TableColumn>>> = {
  ports: new Map<string, TableColumn>([
    ...each('container', 'containerport', 'container', '容器端口'),
    ...each('host', 'hostport', 'host', '主机端口'),
    ...each('ip', 'hostip', 'ip', '主机网卡地址', '主机ip'),
  ]),
  volumes: new Map<string, TableColumn>([
    ...each('name', 'name', 'volumename', '卷名称', '名称'),
    ...each('type', 'type', '类型'),
    ...each('source', 'source', 'hostpath', 'host', '卷来源', '主机路径'),
    ...each('destination', 'destination', 'mountpath', 'target', 'path', '挂载路径'),
    ...each('readOnly', 'readonly', 'access', '只读'),
  ]),
  tags: new Map<string, TableColumn>([
    ...each('key', 'key', 'tagkey', 'name', '标签键', '键'),
    ...each('value', 'value', 'tagvalue', '标签值', '值'),
  ]),
};

function each(column: TableColumn, ...names: string[]): [string, TableColumn][] {
  return names.map((name) => [name, column]);
}

/** The cells of a line that was copied from a spreadsheet, which quotes cells with quotes. */
export function cellsOf(line: string): readonly string[] {
  return line.split('\t').map((cell) => {
    const [, inner] = /^"(.*)"$/.exec(cell.trim()) ?? [];
    return inner === undefined ? cell.trim() : inner.replaceAll('""', '"');
  });
}

/** The columns that a line names, if it is the header of a table. */
export function columnsOf(
  kind: string,
  cells: readonly string[],
): readonly TableColumn[] | undefined {
  const columns = cells.map((cell) =>
    titles[kind]?.get(cell.toLowerCase().replaceAll(/[\s_*-]/g, '')),
  );
  return columns.every((column) => column !== undefined) ? columns : undefined;
}
