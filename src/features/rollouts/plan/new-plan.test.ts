import { expect, test } from 'vitest';
import type { Where } from '#src/client/session/saved-place.ts';
import { toPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import type { PlanFile } from '#src/domain/rollout/read-plan-file.ts';
import { planOfFile } from './new-plan.ts';

const connected: Where = {
  targetId: 'mock',
  projectId: 'a'.repeat(32),
  edition: 'professional',
  instanceId: '',
};
const file: PlanFile = {
  action: 'delete',
  kind: 'deployment',
  body: undefined,
  namePattern: '',
  rows: [{ id: 'd' }],
  settings: toPlanTexts(),
  place: { target: 'north', projectId: 'b'.repeat(32), instanceId: '' },
};

test('an imported plan is for the place that its file names', () => {
  expect(planOfFile(file, connected).where).toEqual({
    targetId: 'north',
    projectId: 'b'.repeat(32),
    edition: 'professional',
    instanceId: '',
  });
});

test('a file with an instance is for the platinum edition', () => {
  const place = { target: 'north', projectId: 'b'.repeat(32), instanceId: 'i' };
  expect(planOfFile({ ...file, place }, connected).where).toMatchObject({
    edition: 'platinum',
    instanceId: 'i',
  });
});

test('a file without a place is for the connected one', () => {
  const plan = planOfFile({ ...file, place: undefined }, connected);
  expect(plan.where).toEqual(connected);
  expect(plan.rollout).not.toHaveProperty('place');
});
