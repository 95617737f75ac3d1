import { expect, test } from 'vitest';
import { rememberFailures, type RememberedReport } from './earlier-failure.ts';

function pod(reason: string, message: string, more: Partial<RememberedReport> = {}) {
  const one: RememberedReport = {
    id: 'pod',
    state: 'CREATE_FAIL',
    reason,
    message,
    restarts: 0,
    containers: [],
    ...more,
  };
  return one;
}
const denied = { reason: 'ErrImagePull', message: 'pull access denied' };
const failed = pod(denied.reason, denied.message);
const backOff = pod('ImagePullBackOff', 'Back-off pulling image "a"');

test('a back-off remembers the failed pull before it, for as long as it lasts', () => {
  const once = rememberFailures([failed], [backOff]);
  expect(once).toEqual([{ ...backOff, earlier: denied }]);
  expect(rememberFailures(once, [backOff])).toEqual(once);
});

test('the next failed pull replaces the one before', () => {
  const [first] = rememberFailures([failed], [backOff]);
  const gone = pod('ErrImagePull', 'manifest unknown');
  expect(rememberFailures([first!], [gone])).toEqual([gone]);
  expect(rememberFailures([gone], [backOff])).toMatchObject([
    { earlier: { message: 'manifest unknown' } },
  ]);
});

test.each([
  ['of another instance', pod(denied.reason, denied.message, { id: 'other' })],
  ['from before a restart', pod(denied.reason, denied.message, { restarts: 1 })],
  [
    'of an instance that had not failed',
    pod('ContainerCreating', 'pulling image', { state: 'PENDING' }),
  ],
  ['without a cause', pod('ErrImagePull', '')],
])('a report %s is not remembered', (_what, before) => {
  expect(rememberFailures([before], [backOff])).toEqual([backOff]);
});

test('an instance that runs has no failure to remember', () => {
  const running = pod('', '', { state: 'RUNNING' });
  expect(rememberFailures([failed], [running])).toEqual([running]);
});
