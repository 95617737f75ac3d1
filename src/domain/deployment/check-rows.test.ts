import { expect, test } from 'vitest';
import { checkRows } from './check-rows.ts';
import { checkInParts, validate } from './validate.ts';

const rows = [
  { name: 'GOOD', value: '1' },
  { name: 'not good', value: '2' },
  { name: 'NULL', value: null },
  'not a row',
];

function body() {
  const container = { name: 'web', image_url: 'nginx', envs: structuredClone(rows) };
  const template = { configs: { restart_policy: 'Always' }, containers: [container, 7] };
  return { name: 'a', node_ids: ['x'], deployment: { replicas: 1, template } };
}

test('checks each row and each container on its own', () => {
  expect([...checkRows(body())]).toHaveLength(3 + 1);
});

test('checks a body in short parts: one more for each row', () => {
  const parts = (rows: number) => {
    const checked = body();
    checked.deployment.template.containers[0] = {
      name: 'web',
      image_url: 'nginx',
      envs: Array.from({ length: rows }, (_, index) => ({ name: `N${index}`, value: '1' })),
    };
    return [...checkInParts(checked, { edition: 'professional' })].length;
  };
  expect(parts(20) - parts(5)).toBe(15);
});

test('does not change what validate finds', () => {
  const checked = body();
  for (const _ of checkInParts(checked, { edition: 'professional' }));
  expect(validate(checked, { edition: 'professional' })).toEqual(
    validate(body(), { edition: 'professional' }),
  );
});

test.each([null, 'text', [], { deployment: 1 }, { deployment: { template: { containers: {} } } }])(
  'accepts anything: %j',
  (value) => {
    expect([...checkRows(value)]).toEqual([]);
    expect([...checkInParts(value, { edition: 'platinum' })].length).toBeGreaterThan(0);
  },
);
