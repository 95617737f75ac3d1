import { expect, test } from 'vitest';
import { readTemplatesFile, templatesFile } from './templates-file.ts';

const template = {
  id: '1',
  name: 'Broker',
  savedAt: 1,
  edition: 'platinum',
  document: { name: '{{site}}', __proto__: null },
} as const;

test('templates are read from the file that holds them', () => {
  const text = templatesFile([template, { ...template, name: '网关', generation: '2025' }]);
  expect(readTemplatesFile(text)?.templates).toEqual([
    { name: 'Broker', edition: 'platinum', document: { name: '{{site}}' } },
    { name: '网关', edition: 'platinum', generation: '2025', document: { name: '{{site}}' } },
  ]);
});

test.each([
  '',
  'text',
  '[]',
  '{"format":"ief-builder-drafts","version":1,"drafts":[]}',
  '{"format":"ief-builder-templates","version":2,"templates":[]}',
])('%s is no such file', (text) => expect(readTemplatesFile(text)).toBe(undefined));

test('members that are no templates, and unknown editions, are left out', () => {
  const templates = [
    7,
    { name: 1, document: {} },
    { name: 'a' },
    { name: 'b', edition: 'x', document: {} },
  ];
  const text = JSON.stringify({ format: 'ief-builder-templates', version: 1, templates });
  expect(readTemplatesFile(text)).toEqual({
    templates: [{ name: 'b', document: {} }],
    refused: 0,
  });
});

test('templates with a key __proto__, which an import refuses, are counted', () => {
  const templates = [{ name: 'a', document: JSON.parse('{"__proto__":{}}') as unknown }];
  const text = JSON.stringify({ format: 'ief-builder-templates', version: 1, templates });
  expect(readTemplatesFile(text)).toEqual({ templates: [], refused: 1 });
});
