import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '#src/testing/runs.ts';
import { readCells } from './csv-cells.ts';
import { expandText } from './expand-variables.ts';
import { readNodeTable } from './read-node-table.ts';

const nodes = [
  { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'gw-1' },
  { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'gw-2' },
  { id: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'same' },
  { id: 'aaaaaaaa-0000-4000-8000-000000000004', name: 'same' },
];
const body = {
  name: 'app',
  deployment: {
    replicas: 1,
    template: {
      configs: { host_network: false },
      containers: [
        { name: 'web', image_url: 'nginx:1', envs: [{ name: 'SITE', value: '' }], ports: [{}] },
      ],
    },
  },
};
const container = '/deployment/template/containers/0';

test('cells come back from any table, whatever they contain', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', ';', '\t') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
      // The first line decides on the separator.
      const text = ['"x","y"', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
      const expected = rows.filter((row) => row.some((value) => value !== ''));
      expect(readCells(text).map(({ cells }) => cells)).toEqual([['x', 'y'], ...expected]);
    }),
    { numRuns: runs(300) },
  );
});

test('records know their lines, also after a cell with line breaks', () => {
  const records = readCells('a;b\n"1\n2";x\n\n3;\n');
  expect(records).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1\n2', 'x'] },
    { line: 5, cells: ['3', ''] },
  ]);
});

describe('a list', () => {
  test('names nodes by ID or name, separated by lines, commas or blanks', () => {
    const { rows, problems } = readNodeTable(`gw-2, ${nodes[0]!.id}\n`, nodes, body);
    expect(rows.map(({ name }) => name)).toEqual(['gw-2', 'gw-1']);
    expect(problems).toEqual([]);
  });

  test('reports each entry that is not one node, with its line', () => {
    const { rows, problems } = readNodeTable('gw-1\nnone\ngw-1\nsame', nodes, body);
    expect(rows).toHaveLength(1);
    expect(problems.map(({ line, value, message }) => [line, value, message.en])).toEqual([
      [2, 'none', 'No node of the project has this ID or name.'],
      [3, 'gw-1', 'The node is already in line 1.'],
      [4, 'same', '2 nodes have this name. Use the ID.'],
    ]);
  });
});

describe('a table', () => {
  test('has pointers and variables as columns; values get the type of their place', () => {
    const text = [
      `name\tsite\t${container}/envs/0/value\t${container}/ports/0/host_port\t/deployment/template/configs/host_network`,
      'gw-1\tsz\t{{site}}-1\t8080\ttrue',
      'gw-2\tgz\t\t\t',
    ].join('\n');
    const { rows, problems, variables, pointers } = readNodeTable(text, nodes, body);
    expect(problems).toEqual([]);
    expect(variables).toEqual(['site']);
    expect(pointers).toHaveLength(3);
    expect(rows).toEqual([
      {
        id: nodes[0]!.id,
        name: 'gw-1',
        columns: { site: 'sz' },
        values: {
          [`${container}/envs/0/value`]: '{{site}}-1',
          [`${container}/ports/0/host_port`]: 8080,
          '/deployment/template/configs/host_network': true,
        },
      },
      { id: nodes[1]!.id, name: 'gw-2', columns: { site: 'gz' } },
    ]);
  });

  test.each([
    ['id,/name\n', '/name', 'The rollout sets the name'],
    ['id,/deployment/none/x\n', '/deployment/none/x', 'The document has no place'],
    ['id,a b\n', 'a b', 'The title must be'],
    ['id,x,x\n', 'x', 'Two columns'],
    [`name,${container}/ports/0/host_port\ngw-1,http`, '', 'Must be a number'],
    ['name,/deployment/template/configs/host_network\ngw-1,yes', '', 'Must be true or false'],
    [`name,${container}/ports\ngw-1,[`, '', 'Must be JSON'],
    ['name,x\n,1', '', 'The row names no node'],
    ['name\ngw-1,2', '', 'The column of this cell has no title'],
    ['name,\ngw-1,2', '', 'The column of this cell has no title'],
    [`id,name\n${nodes[0]!.id},gw-2`, 'id', 'The ID belongs to the node “gw-1”'],
    ['site,/description', '', 'The table needs a column'],
  ])('%j: the cell is named, and its row is left out', (text, column, message) => {
    const { rows, problems } = readNodeTable(text, nodes, body);
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message.en).toContain(message);
    if (column !== '') expect(problems[0]!.column).toBe(column);
  });
});

describe('a table from a spreadsheet', () => {
  const read = (text: string) => {
    const { rows, problems } = readNodeTable(text, nodes, body);
    return { rows, problems: problems.map(({ line, message }) => `${line} ${message.en}`) };
  };
  const row = { id: nodes[0]!.id, name: 'gw-1' };

  test.each([
    ['a byte order mark and CRLF', '\uFEFFname,site\r\ngw-1,sz\r\n'],
    ['semicolons', 'name;site\ngw-1;sz\n'],
    ['quoted titles', '"name";"site"\n"gw-1";"sz"\n'],
    ['a line that names the separator', 'sep=|\nname|site\ngw-1|sz'],
    ['full-width commas', 'name，site\ngw-1，sz'],
    ['empty columns and rows at the end', 'name,site,,\ngw-1,sz,,\n,,,\n\n'],
    ['spaces inside quotes', 'name,site\n" gw-1 ",sz'],
    ['a title with a space', 'Node name,site\ngw-1,sz'],
  ])('may have %s', (_, text) => {
    expect(read(text)).toEqual({ rows: [{ ...row, columns: { site: 'sz' } }], problems: [] });
  });

  test('titles and variables may be Chinese', () => {
    expect(read(`节点 ID,节点名称,站点\n${row.id},gw-1,深圳`)).toEqual({
      rows: [{ ...row, columns: { 站点: '深圳' } }],
      problems: [],
    });
    expect(expandText('{{站点}}', new Map([['站点', '深圳']]), { left: 10 })).toEqual({
      text: '深圳',
    });
  });

  test('leading zeros stay in texts, and are no number', () => {
    const value = `${container}/envs/0/value`;
    expect(read(`name,code,${value}\ngw-1,007,007`).rows).toEqual([
      { ...row, columns: { code: '007' }, values: { [value]: '007' } },
    ]);
    expect(read(`name,${container}/ports/0/host_port\ngw-1,007`).problems).toEqual([
      '2 Must be a number, such as 8080.',
    ]);
  });

  test('TRUE is a switch that is on', () => {
    const path = '/deployment/template/configs/host_network';
    expect(read(`name,${path}\ngw-1,TRUE`).rows[0]?.values).toEqual({ [path]: true });
  });
});
