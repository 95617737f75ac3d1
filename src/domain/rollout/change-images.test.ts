import { expect, test } from 'vitest';
import { applyUpdate } from '#src/convert/merge/apply-update.ts';
import { getIn } from '#src/json/get-in.ts';
import {
  imagePointer,
  listedImages,
  namedContainers,
  rowsWithout,
  withImage,
  withValue,
  type ListedContainer,
} from './change-images.ts';

const web: ListedContainer = { list: 'containers', index: 0, name: 'web', image: 'web:1' };
const log: ListedContainer = { list: 'containers', index: 1, name: 'log', image: 'log:1' };
const listed = new Map([
  ['a', [web, log]],
  ['b', [{ ...web, image: 'web:0' }]],
]);
const plan = { body: undefined, rows: [{ id: 'a', name: 'app-a' }, { id: 'b' }] };
const container = (name: string) => ({ list: 'containers', name }) as const;

test('containers are listed by name with their current images', () => {
  expect(namedContainers(plan, listed)).toEqual([
    { ...container('web'), count: 2, images: ['web:1', 'web:0'], planned: '' },
    { ...container('log'), count: 1, images: ['log:1'], planned: '' },
  ]);
});

test('a container of every deployment is changed by name, wherever it is then', () => {
  const { body, rows } = withImage(plan, listed, container('web'), 'web:2');
  expect(rows).toEqual(plan.rows);
  const live = {
    deployment: {
      template: { containers: [log, web].map(({ name, image }) => ({ name, image_url: image })) },
    },
  };
  const next = applyUpdate(live, { body })!;
  expect(getIn(next, ['deployment', 'template', 'containers'])).toEqual([
    { name: 'log', image_url: 'log:1' },
    { name: 'web', image_url: 'web:2' },
  ]);
  expect(namedContainers({ body, rows }, listed)[0]!.planned).toBe('web:2');
});

test('a container that some deployments lack is found by its name, and never added', () => {
  const changed = withImage(plan, listed, container('log'), 'log:2');
  expect(changed.body).toBeUndefined();
  expect(changed.rows).toEqual([
    {
      id: 'a',
      name: 'app-a',
      values: { '/deployment/template/containers/name=log/image_url': 'log:2' },
    },
    { id: 'b' },
  ]);
  expect(namedContainers(changed, listed)[1]!.planned).toBe('log:2');
  expect(rowsWithout(plan.rows, listed, container('log'))).toEqual([{ id: 'b' }]);
  // It has moved in the meantime.
  const live = {
    deployment: { template: { containers: [{ name: 'new' }, { name: 'web' }, { name: 'log' }] } },
  };
  const next = applyUpdate(live, changed.rows[0]!)!;
  expect(getIn(next, ['deployment', 'template', 'containers'])).toEqual([
    { name: 'new' },
    { name: 'web' },
    { name: 'log', image_url: 'log:2' },
  ]);
  expect(
    applyUpdate({ deployment: { template: { containers: [] } } }, changed.rows[0]!),
  ).toBeUndefined();
});

test('an imported plan that gives the place of a container is read, and then changed by name', () => {
  const values = { '/deployment/template/containers/1/image_url': 'log:old' };
  const imported = { body: undefined, rows: [{ id: 'a', values }, { id: 'b' }] };
  expect(namedContainers(imported, listed)[1]!.planned).toBe('log:old');
  expect(withImage(imported, listed, container('log'), 'log:2').rows[0]).toEqual({
    id: 'a',
    values: { '/deployment/template/containers/name=log/image_url': 'log:2' },
  });
});

test('an image that is emptied leaves the plan as it was', () => {
  for (const name of ['web', 'log']) {
    const changed = withImage(plan, listed, container(name), 'new');
    expect(withImage(changed, listed, container(name), '')).toEqual(plan);
  }
});

test('other changes of an imported body stay', () => {
  const body = { description: 'x', deployment: { replicas: 2 } };
  const changed = withImage({ ...plan, body }, listed, container('web'), 'web:2');
  expect(changed.body).toMatchObject(body);
  expect(withImage(changed, listed, container('web'), '').body).toEqual(body);
});

test('a value is added to a row and removed again', () => {
  const row = withValue({ id: 'a' }, '/description', 'x');
  expect(row).toEqual({ id: 'a', values: { '/description': 'x' } });
  expect(withValue(row, '/description', undefined)).toEqual({ id: 'a' });
  const empty = { id: 'a', values: { '/description': '' } };
  expect(withValue(row, '/description', '')).toEqual(empty);
});

test('an image of a container that no deployment has is not in the table of images', () => {
  const isListed = listedImages(namedContainers(plan, listed));
  const missing = imagePointer(container('wbe'));
  expect([imagePointer(web), missing].map(isListed)).toEqual([true, false]);
  expect(isListed('/deployment/template/containers/0/image_url')).toBe(true);
  expect(isListed('/deployment/replicas')).toBe(false);
  expect(listedImages(undefined)(missing)).toBe(true);
});

test('clearing an image also clears it where a person set it without a place', () => {
  const pointer = imagePointer(log);
  const rows = plan.rows.map((row) => withValue(row, pointer, 'log:2'));
  expect(withImage({ body: undefined, rows }, listed, container('log'), '').rows).toEqual(
    plan.rows,
  );
});
