import { describe, expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { fillVariables, findVariables, isOfKind } from './template-variables.ts';

const template: Json = {
  name: '{{site}}-app',
  node_ids: ['{{ node.id }}'],
  deployment: {
    replicas: '{{n}}',
    template: {
      configs: { host_network: '{{host}}' },
      containers: [
        {
          name: 'web',
          image_url: 'web:{{version}}',
          envs: [
            { name: 'SITE', value: '{{site}}' },
            { name: 'COUNT', value: '{{n}}' },
            { name: 'SHELL', value: '{{}} {{ 1 }} ${site} {{{site}}}' },
          ],
          ports: [{ container_port: '{{port}}' }],
        },
      ],
    },
  },
};

describe('the variables of a template', () => {
  test('are found in the order of the document, with their strictest kind', () => {
    const found = findVariables(template).map(({ name, kind, paths }) => [
      name,
      kind,
      paths.length,
    ]);
    expect(found).toEqual([
      ['site', 'text', 3],
      ['node.id', 'text', 1],
      ['n', 'integer', 2],
      ['host', 'flag', 1],
      ['version', 'text', 1],
      ['port', 'integer', 1],
    ]);
  });

  test('become text, numbers and switches, depending on their place', () => {
    const values = new Map([
      ['site', '{{version}}'],
      ['n', '2'],
      ['host', 'true'],
      ['version', '1.0'],
      ['port', '8080'],
    ]);
    const { document, unfilled } = fillVariables(template, values);
    expect(unfilled).toEqual(['node.id']);
    expect(document).toEqual({
      name: '{{version}}-app',
      node_ids: ['{{ node.id }}'],
      deployment: {
        replicas: 2,
        template: {
          configs: { host_network: true },
          containers: [
            {
              name: 'web',
              image_url: 'web:1.0',
              envs: [
                { name: 'SITE', value: '{{version}}' },
                { name: 'COUNT', value: '2' },
                { name: 'SHELL', value: '{{}} {{ 1 }} ${site} {{{version}}}' },
              ],
              ports: [{ container_port: 8080 }],
            },
          ],
        },
      },
    });
  });

  test('that are empty or unknown stay as they are', () => {
    const { document, unfilled } = fillVariables(template, new Map([['site', '']]));
    expect(document).toEqual(template);
    expect(unfilled).toHaveLength(6);
  });

  test('a document without variables has none', () => {
    expect(findVariables({ a: [1, null, '{ {x} }'] })).toEqual([]);
  });

  test.each([
    ['8080', 'integer', true],
    ['-1', 'integer', true],
    ['08', 'integer', false],
    ['1e3', 'integer', false],
    ['many', 'integer', false],
    ['true', 'flag', true],
    ['yes', 'flag', false],
    ['anything', 'text', true],
  ] as const)('%s is of the kind %s: %s', (text, kind, isRight) => {
    expect(isOfKind(text, kind)).toBe(isRight);
  });
});
