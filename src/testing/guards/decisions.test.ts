import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { root } from './check-project.ts';

const folder = join(root, 'docs/decisions');
const files = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .toSorted();
const records = files.map((file) => readRecord(file, readFileSync(join(folder, file), 'utf8')));

function readRecord(file: string, text: string) {
  const [, number, title] = /^# (\d{4}) (.+)\n/.exec(text) ?? [];
  const [, status] =
    /^Date: \d{4}-\d{2}-\d{2}\. Status: ((?:accepted|superseded by \S+)\.)/m.exec(text) ?? [];
  return { file, number, title, status: status?.slice(0, -1) };
}

test('a record without title or status is noticed', () => {
  const text = '# 0001 Layers\n\nDate: 2026-11-23. Status: superseded by [0002](0002-tools.md).\n';
  expect(readRecord('0001-layers.md', text)).toEqual({
    file: '0001-layers.md',
    number: '0001',
    title: 'Layers',
    status: 'superseded by [0002](0002-tools.md)',
  });
  expect(readRecord('0001-layers.md', text.replace('Status', 'State')).status).toBeUndefined();
  expect(readRecord('0001-layers.md', text.replace('0001', '1')).title).toBeUndefined();
});

test.each(records)('$file starts with number, title, date and status', (record) => {
  expect(record.title).toBeDefined();
  expect(record.status).toBeDefined();
  expect(record.file).toMatch(new RegExp(`^${record.number}-[a-z0-9-]+\\.md$`));
});

test('no two records have the same number', () => {
  const numbers = records.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('docs/decisions/README.md lists every record', async () => {
  const rows = records.map(
    ({ file, number, title, status }) => `| [${number}](${file}) | ${title} | ${status} |`,
  );
  const index = `# Decision records

Each record explains one decision and its reasons. A new record gets the next free number. Then update this list with
\`npm run unit -- src/testing/guards/decisions.test.ts -u\`.

| Number | Title | Status |
| --- | --- | --- |
${rows.join('\n')}
`;
  const formatted = await format(index, { parser: 'markdown' });
  await expect(formatted).toMatchFileSnapshot(join(folder, 'README.md'));
});

test('the table of 0001 has a row for every layer of the lint rule', () => {
  const table = readFileSync(join(folder, '0001-layers.md'), 'utf8').replaceAll(/^[^|].*$/gm, '');
  const rule = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
  const layers = [...rule.matchAll(/\{ "type": "[\w-]+", "pattern": "src\/([\w/*]+)"/g)].map(
    ([, path = '']) => path.replace('*', 'x'),
  );
  expect(layers.length).toBeGreaterThan(15);
  const rows = table.split('\n').map((line) => line.split('|')[1] ?? '');
  const missing = layers.filter((layer) => !rows.some((cell) => cell.includes(`\`${layer}\``)));
  // Tests and their helpers are in the text below the table.
  expect(missing).toEqual(['testing']);
});
