import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { ownName } from '../base-path.ts';
import { databaseOpener } from './open-database.ts';

const NAME = 'open-database-test';

const opener = () =>
  databaseOpener<unknown>(NAME, 1, (db) => {
    db.createObjectStore('things');
  });

afterEach(() => deleteDB(ownName(NAME)));

test('opens the database once for all callers', async () => {
  const open = opener();
  const [first, second] = await Promise.all([open(), open()]);
  expect(first).toBe(second);
  expect([...first.objectStoreNames]).toEqual(['things']);
  first.close();
});

test('closes for a newer page, and rejects while the database has the newer version', async () => {
  const open = opener();
  await open();
  const newer = await openDB(ownName(NAME), 2);
  await expect(open()).rejects.toMatchObject({ name: 'VersionError' });
  newer.close();
});

test('opens again after a call that the browser refused', async () => {
  const newer = await openDB(ownName(NAME), 2);
  const open = opener();
  await expect(open()).rejects.toMatchObject({ name: 'VersionError' });
  newer.close();
  await deleteDB(ownName(NAME));
  const database = await open();
  expect(database.version).toBe(1);
  database.close();
});
