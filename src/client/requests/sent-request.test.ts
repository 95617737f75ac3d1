import { expect, test } from 'vitest';
import { isSentRequest, surplusRequests, type SentRequest } from './sent-request.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY_MS;

function makeRequest(change: Partial<SentRequest> = {}): SentRequest {
  return {
    version: 1,
    key: 'k',
    action: 'update',
    place: {
      targetId: 'mock',
      label: 'Mock',
      kind: 'mock',
      region: '',
      needsToken: false,
      projectId: 'a'.repeat(32),
      edition: 'professional',
      instanceId: '',
    },
    deploymentId: 'abc',
    name: 'web',
    body: '{}',
    sentAt: NOW,
    outcome: 'done',
    ...change,
  };
}

test('a record that this code cannot read is ignored', () => {
  expect(isSentRequest(makeRequest())).toBe(true);
  const pods = [{ name: 'web-1', outcome: 'done' }] as const;
  expect(isSentRequest(makeRequest({ action: 'restartPod', pods }))).toBe(true);
  for (const wrong of [
    null,
    { ...makeRequest(), version: 2 },
    { ...makeRequest(), action: 'other' },
    { ...makeRequest(), outcome: 'other' },
    { ...makeRequest(), sentAt: Number.NaN },
    { ...makeRequest(), before: 'text' },
    { ...makeRequest(), pods: [{ name: 'web-1' }] },
    { ...makeRequest(), place: {} },
  ])
    expect(isSentRequest(wrong)).toBe(false);
});

test('old requests go, and those beyond 200 or beyond the size, but never the newest', () => {
  const many = Array.from({ length: 205 }, (_, index) => makeRequest({ key: String(index) }));
  expect(surplusRequests(many, NOW).map(({ key }) => key)).toEqual([
    '200',
    '201',
    '202',
    '203',
    '204',
  ]);
  const old = makeRequest({ key: 'old', sentAt: NOW - 91 * DAY_MS });
  expect(surplusRequests([makeRequest(), old], NOW)).toEqual([old]);
  const large = makeRequest({ body: 'x'.repeat(20_000_001) });
  expect(surplusRequests([large, makeRequest({ key: 'small' })], NOW)).toMatchObject([
    { key: 'small' },
  ]);
});
