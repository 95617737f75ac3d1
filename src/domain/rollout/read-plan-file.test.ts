import { expect, test } from 'vitest';
import { toPlanTexts } from './plan-texts.ts';
import { toRolloutRequest, type PlannedRollout } from './planned-rollout.ts';
import { readPlanFile } from './read-plan-file.ts';
import { planDefaults } from './waves.ts';

const rollout: PlannedRollout = {
  action: 'create',
  kind: 'node',
  body: { name: 'app', deployment: { replicas: 1 } },
  namePattern: 'app-{{site}}-{{n}}',
  rows: [
    { id: 'a', name: 'gw-a', columns: { site: 'sz' }, values: { '/description': '{{site}}' } },
    { id: 'b' },
  ],
  settings: toPlanTexts({ ...planDefaults, waves: [2, '100%'], readyWithinS: 90 }),
};
const place = { target: 'mock', projectId: 'p', instanceId: '', generation: '2024-04' } as const;

test('an exported plan is imported again as it was', () => {
  const plan = { ...planDefaults, waves: [2, '100%'], readyWithinS: 90 };
  const file = JSON.stringify(toRolloutRequest(rollout, plan, place));
  expect(readPlanFile(file)).toEqual({
    ...rollout,
    place: { target: 'mock', projectId: 'p', instanceId: '' },
  });
});

test('a plan without a target or a project names no place', () => {
  const plan = { action: 'delete', deployments: [{ id: 'd' }], target: 'north' };
  expect(readPlanFile(JSON.stringify(plan))).toHaveProperty('place', undefined);
});

test('a deletion has deployments and no body', () => {
  const file = JSON.stringify({ action: 'delete', deployments: [{ id: 'd', name: 'app' }] });
  expect(readPlanFile(file)).toMatchObject({
    action: 'delete',
    kind: 'deployment',
    rows: [{ id: 'd', name: 'app' }],
    settings: toPlanTexts(),
  });
});

test.each(['{', '[]', '{"action":"create","nodes":[]}', '{"action":"x","nodes":[{"id":"a"}]}'])(
  '%s is not a plan',
  (text) => {
    expect(readPlanFile(text)).toHaveProperty('en', 'The file is not the plan of a rollout.');
  },
);
