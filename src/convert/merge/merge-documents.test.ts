import { expect, test } from 'vitest';
import { mergeDocuments } from './merge-documents.ts';

const body = (containers: readonly object[], more: object = {}) =>
  ({ deployment: { template: { containers, ...more } } }) as never;
const web = { name: 'web', image_url: 'web:1' };
const db = { name: 'db', image_url: 'db:1' };

test('changes of different fields are both kept', () => {
  const merge = mergeDocuments(
    body([web]),
    body([{ ...web, image_url: 'web:2' }]),
    body([{ ...web, version: 'v2' }]),
  );
  expect(merge).toEqual({
    document: body([{ name: 'web', image_url: 'web:2', version: 'v2' }]),
    conflicts: [],
  });
});

test('rows are matched by name, not by index', () => {
  const merge = mergeDocuments(
    body([web, db]),
    body([db, { ...web, image_url: 'web:2' }]),
    body([{ name: 'first', image_url: 'first:1' }, web, { ...db, image_url: 'db:2' }]),
  );
  expect(merge.conflicts).toEqual([]);
  expect(merge.document).toEqual(
    body([
      { name: 'first', image_url: 'first:1' },
      { ...db, image_url: 'db:2' },
      { ...web, image_url: 'web:2' },
    ]),
  );
});

test('a row that both added is one row', () => {
  const merge = mergeDocuments(body([web]), body([web, db]), body([web, { ...db, version: 'v1' }]));
  expect(merge).toEqual({ document: body([web, { ...db, version: 'v1' }]), conflicts: [] });
});

test('rows that others removed are gone, unless they were edited', () => {
  expect(mergeDocuments(body([web, db]), body([web, db]), body([web])).document).toEqual(
    body([web]),
  );
  const edited = { ...db, image_url: 'db:2' };
  const { document, conflicts } = mergeDocuments(body([web, db]), body([web, edited]), body([web]));
  expect(conflicts).toEqual([
    {
      key: '/deployment/template/containers/name=db',
      path: ['deployment', 'template', 'containers', 1],
      base: db,
      mine: edited,
      side: 'mine',
    },
  ]);
  expect(document).toEqual(body([web, edited]));
});

test('a conflict takes the chosen side, and its key stays the same', () => {
  const sides = [
    body([web]),
    body([{ ...web, image_url: 'web:2' }]),
    body([{ ...web, image_url: 'web:3' }]),
  ] as const;
  const [conflict] = mergeDocuments(...sides).conflicts;
  expect(conflict).toMatchObject({ base: 'web:1', mine: 'web:2', theirs: 'web:3', side: 'mine' });
  const chosen = mergeDocuments(...sides, new Map([[conflict!.key, 'theirs']]));
  expect(chosen.document).toEqual(body([{ ...web, image_url: 'web:3' }]));
  expect(chosen.conflicts).toMatchObject([{ key: conflict!.key, side: 'theirs' }]);
});

test('a list of plain values is one field', () => {
  const [before, mine, theirs] = [['a'], ['a', 'b'], ['c', 'a']].map((args) =>
    body([{ ...web, args }]),
  ) as [never, never, never];
  expect(mergeDocuments(before, mine, before).document).toEqual(mine);
  expect(mergeDocuments(before, mine, theirs).conflicts).toHaveLength(1);
});

test('the order of others counts if only they changed it', () => {
  expect(mergeDocuments(body([web, db]), body([web, db]), body([db, web])).document).toEqual(
    body([db, web]),
  );
  expect(mergeDocuments(body([web, db]), body([db, web]), body([web, db])).document).toEqual(
    body([db, web]),
  );
});

test('the same change on both sides is no conflict, whatever the order of keys', () => {
  const merge = mergeDocuments(
    body([web]),
    body([{ name: 'web', image_url: 'web:2' }]),
    body([{ image_url: 'web:2', name: 'web' }]),
  );
  expect(merge.conflicts).toEqual([]);
});
