import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { deploymentSchemaOf } from './deployment-schema.ts';
import { fieldReference } from './field-reference.ts';
import { touches } from './sections.ts';
import { openApi } from './openapi.ts';
import { groupPlacesOf } from './places.ts';
import { rowMap } from './row-map.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const files: readonly (readonly [string, () => string])[] = [
  ['api-rows.md', rowMap],
  ['deployment-2024-04.schema.json', () => json(deploymentSchemaOf('2024-04'))],
  ['deployment-2025.schema.json', () => json(deploymentSchemaOf('2025'))],
  ['fields.md', fieldReference],
  ['openapi.json', () => json(openApi())],
];

/** Updated by `npm run reference`, which is this test with `-u`. */
describe('the generated reference is up to date:', () => {
  test.each(files)('docs/reference/%s', async (file, make) => {
    await expect(make()).toMatchFileSnapshot(`../../docs/reference/${file}`);
  });

  test('the folder has no other files', () => {
    expect(readdirSync('docs/reference').toSorted()).toEqual(files.map(([file]) => file));
  });

  test('it is deterministic and contains no local paths', () => {
    for (const [, make] of files) {
      expect(make()).toBe(make());
      expect(make()).not.toMatch(/\/(home|work|Users)\/|localhost/);
    }
  });
});

describe('the field reference', () => {
  const text = fieldReference();
  const fields = groupPlacesOf(deploymentGroup).flatMap((place) => place.fields);

  test('has the path and both labels of every field', () => {
    for (const { path, spec } of fields) {
      if (!path.includes('init_containers[]')) expect(text).toContain(`\`${path}\``);
      expect(text).toContain(` / ${spec.label.zh}`);
    }
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    'lists %s at every field that it reads or reports',
    (_id, rule) => {
      for (const pattern of [...rule.reads, ...rule.blames]) {
        const touched = fields.filter(({ path }) =>
          touches({ reads: [pattern], blames: [] }, path),
        );
        expect([pattern, touched.length]).toEqual([pattern, 1]);
      }
    },
  );

  test('links only to existing headings', () => {
    const headings = Array.from(text.matchAll(/^### (.+)$/gm), ([, heading]) =>
      heading!
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(new Set(headings).size).toBe(headings.length);
    const links = Array.from(text.matchAll(/\]\(#([^)]+)\)/g), ([, anchor]) => anchor!);
    expect(links.length).toBeGreaterThan(30);
    expect(headings).toEqual(expect.arrayContaining([...new Set(links)]));
  });

  test('has the same number of cells in each row of a table', () => {
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const widths = table.split('\n').map((line) => line.match(/(?<!\\)\|/g)?.length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
