import { expect, test } from 'vitest';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { documentText } from '#src/document/document-text.ts';
import {
  MAX_IMPORT_ENTRIES,
  runImport,
  type ImportRequest,
  type ImportResult,
} from './run-import.ts';

const context = { edition: 'professional' } as const;

function run(text: string, more: Partial<ImportRequest['convert']> = {}): ImportResult {
  const outcome = runImport(
    { convert: { text, ...more }, context, current: initialBody },
    () => undefined,
  );
  if ('refusal' in outcome) throw new Error(outcome.refusal.message.en);
  return outcome.result;
}

test('imports the file that Download writes without any difference', () => {
  const result = run(documentText(initialBody));
  expect(result.kind).toBe('ief');
  expect(result.body).toEqual(initialBody);
  expect(result.changes).toEqual({ count: 0, items: [] });
  expect(result.carried).toBe(result.values);
});

test('reports each stage before it starts', () => {
  const stages: string[] = [];
  runImport({ convert: { text: 'A=1' }, context, current: initialBody }, (stage) =>
    stages.push(stage),
  );
  expect(stages).toEqual(['reading', 'checking', 'comparing']);
});

test('lists what was lost, the issues of the result and the changes to the current document', () => {
  const result = run('services:\n  web:\n    image: nginx\n    build: .\n    container_name: x\n');
  expect(result.report.lost.items.map(({ source }) => source)).toContain('services.web.build');
  expect(result.issues.items.map(({ path }) => path.join('.'))).toContain('node_ids');
  expect(result.changes.items).toContainEqual({
    kind: 'changed',
    path: ['name'],
    otherPath: ['name'],
    sentence: { en: 'Deployment name set to “web”.', zh: '应用部署名称设为“web”。' },
    before: '""',
    after: '"web"',
  });
});

test('sends at most a fixed number of entries but counts all of them', () => {
  const lines = Array.from({ length: MAX_IMPORT_ENTRIES + 5 }, (_, at) => `NAME_${at}=${at}`);
  const { report, values } = run(lines.join('\n'));
  expect(values).toBe(MAX_IMPORT_ENTRIES + 5);
  expect(report.carried.count).toBe(MAX_IMPORT_ENTRIES + 5);
  expect(report.carried.items).toHaveLength(MAX_IMPORT_ENTRIES);
});

test('returns line, column and reason of a text that cannot be read', () => {
  const outcome = runImport(
    { convert: { text: '{\n  "name": 1,\n  "name": 2\n}' }, context, current: initialBody },
    () => undefined,
  );
  expect(outcome).toMatchObject({ refusal: { line: 3, column: 3 } });
});
