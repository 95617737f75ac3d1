import { expect, test } from 'vitest';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { describePath } from './describe-path.ts';
import { stepOf } from '#src/features/wizard/steps.ts';

const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const labels = ['deployment', 'template', 'affinity', 'podAffinity', must, 0, 'labelSelector'];
const describe = (path: (string | number)[]) =>
  describePath(deploymentGroup, {}, path, (text) => text.en);

test('an entry is described by its key, an empty key by quotes', () => {
  const list = 'Affinity › Application affinity › Term 1 › Applications › Match labels';
  expect(describe([...labels, 'matchLabels'])).toBe(list);
  expect(describe([...labels, 'matchLabels', 'a.b/c'])).toBe(`${list} › a.b/c`);
  expect(describe([...labels, 'matchLabels', ''])).toBe(`${list} › ""`);
});

test('fields of generation 2025 belong to the step of related fields', () => {
  expect(stepOf(['deployment', 'annotations', 'ring_controller'])).toBe('scheduling');
  expect(stepOf([...labels, 'matchLabels', 'app'])).toBe('scheduling');
  expect(stepOf(['deployment', 'template', 'containers', 0, 'run_as_user'])).toBe('containers');
  expect(stepOf(['deployment', 'replicas'])).toBe('target');
});
