import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { isSameSummary, summarizeContainer } from './summarize-container.ts';

const empty = { image: '', variables: 0, ports: 0, volumes: 0, cpu: '' };

test('a summary has the short image, the counts and the CPU limit', () => {
  const container = {
    image_url: 'swr.cn-north-4.myhuaweicloud.com/plant1/mosquitto:2.0.18',
    envs: [{}, {}],
    ports: [{}],
    resources: { limits: { cpu: '0.5' }, requests: { cpu: '0.25' } },
  };
  const summary = { image: 'mosquitto:2.0.18', variables: 2, ports: 1, volumes: 0, cpu: '0.5' };
  expect(summarizeContainer(container)).toEqual(summary);
});

test('the CPU request is used if there is no limit', () => {
  const container = { resources: { requests: { cpu: '0.25' } } };
  expect(summarizeContainer(container).cpu).toBe('0.25');
});

test('absent values and values of an unexpected type count as nothing', () => {
  expect(summarizeContainer(undefined)).toEqual(empty);
  const odd = { image_url: 5, envs: {}, ports: 'x', volumes: null, resources: [1] };
  for (const container of [odd, null, 'x', [1]] as Json[])
    expect(summarizeContainer(container)).toEqual(empty);
});

test('summaries differ if any of their values does', () => {
  expect(isSameSummary(empty, { ...empty })).toBe(true);
  for (const [key, value] of Object.entries({
    image: 'a',
    variables: 1,
    ports: 1,
    volumes: 1,
    cpu: '1',
  }))
    expect(isSameSummary(empty, { ...empty, [key]: value })).toBe(false);
});
