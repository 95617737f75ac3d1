import { expect, test } from 'vitest';
import { rowId } from '#src/document/row-ids.ts';
import { setIn } from '#src/document/edits.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { listPaths } from '#src/features/wizard/view.ts';
import { lostParts, turnContainer } from './turn-container.ts';

const full = {
  name: 'b',
  image_url: 'b',
  ports: [{ container_port: 1 }],
  readiness_probe: {},
  volumes: [],
  other: 1,
};
const document = setIn(initialBody, listPaths.containers, [
  { name: 'a', image_url: 'a', ports: [] },
  full,
]);
const names = (body: Json, list: keyof typeof listPaths) =>
  (getIn(body, listPaths[list]) as undefined | { name: string }[])?.map(({ name }) => name);

test('a container becomes an init container without ports and probes, and is a container again', () => {
  const id = rowId(getIn(document, [...listPaths.containers, 1]) as object);
  const turned = turnContainer(deploymentGroup, document, { list: 'containers', index: 1 });
  expect([turned.list, turned.index]).toEqual(['init_containers', 0]);
  expect(names(turned.document, 'containers')).toEqual(['a']);
  const init = getIn(turned.document, [...listPaths.init_containers, 0]);
  expect(init).toEqual({ name: 'b', image_url: 'b', volumes: [], other: 1 });
  expect(rowId(init as object), 'it stays the open container').toBe(id);

  const back = turnContainer(deploymentGroup, turned.document, turned);
  expect([back.list, back.index]).toEqual(['containers', 1]);
  expect(names(back.document, 'containers')).toEqual(['a', 'b']);
  expect(getIn(back.document, listPaths.init_containers)).toBeUndefined();
});

test('the lost parts are named with their table', () => {
  expect(lostParts(full).map(({ key, table, count }) => [key, table, count])).toEqual([
    ['ports', 11, 1],
    ['readiness_probe', 8, undefined],
  ]);
  expect(lostParts({ name: 'a', ports: [] })).toEqual([]);
  expect(lostParts('x')).toEqual([]);
});
