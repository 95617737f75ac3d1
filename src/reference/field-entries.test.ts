import { expect, test } from 'vitest';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { requestEntries } from './field-entries.ts';
import { groupPlacesOf } from './places.ts';

const entries = requestEntries();
const fields = entries.flatMap((type) => type.fields);

test('every field of the request has an entry, and every path leads to one entry', () => {
  const paths = fields.flatMap((field) => field.paths);
  const all = groupPlacesOf(deploymentGroup)
    .flatMap((place) => place.fields.map(({ path }) => path))
    .filter((path) => !path.includes('init_containers[]'));
  expect(new Set(paths)).toEqual(new Set(all));
  expect(paths).toHaveLength(new Set(paths).size);
});

test('an entry has the words of its field in both languages', () => {
  const name = fields.find(({ paths }) => paths[0] === 'name')!;
  expect(name).toMatchObject({
    label: { en: 'Deployment name', zh: '应用部署名称' },
    isRequired: true,
    rules: [{ id: 'R30' }],
  });
  expect(name.limits!.en).toContain('1 to 32 characters');
  for (const { limits, type } of fields) {
    expect(type.zh).not.toBe('');
    if (limits) expect(limits.zh).not.toBe('');
  }
});

test('every type but those newer than the page names its table', () => {
  const tables = entries.flatMap(({ table }) => table ?? []);
  expect(tables).toEqual(tables.toSorted((a, b) => a - b));
  expect(tables).toEqual(expect.arrayContaining([3, 6, 11, 20, 33, 34]));
});

// R46 is about any null, R48 about any text, R50 about unknown keys, R51 about the shape of the whole.
test('every rule but those about all fields is linked from the entry of a field', () => {
  const linked = new Set(fields.flatMap((field) => field.rules.map(({ id }) => id)));
  expect(rules.map(({ id }) => id).filter((id) => !linked.has(id))).toEqual([
    'R46',
    'R48',
    'R50',
    'R51',
  ]);
});
