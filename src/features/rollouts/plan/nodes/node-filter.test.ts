import { expect, it } from 'vitest';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import { matchNodes, noFilter, runningFirst } from './node-filter.ts';

const node = (name: string, more: Partial<NodeRecord> = {}) =>
  ({
    id: name,
    name,
    state: 'RUNNING',
    arch: 'x86_64',
    hostIps: [],
    tags: [],
    ...more,
  }) as NodeRecord;

const nodes = [
  node('atlas', { state: 'FAULT', hostIps: ['10.0.0.7'] }),
  node('bakery', { arch: 'aarch64', tags: ['site=plant1'] }),
  node('crane', { tags: ['site=plant1'] }),
];
const names = (found: readonly NodeRecord[]) => found.map(({ name }) => name);

it('finds nodes by every word of a search, by state, architecture, tag and group', () => {
  const find = (filter: Partial<typeof noFilter>, members?: ReadonlySet<string>) =>
    names(matchNodes(nodes, { ...noFilter, ...filter }, members));
  expect(find({})).toEqual(['atlas', 'bakery', 'crane']);
  expect(find({ text: ' 10.0.0 ATLAS ' })).toEqual(['atlas']);
  expect(find({ text: 'atlas plant1' })).toEqual([]);
  expect(find({ state: 'RUNNING', tag: 'site=plant1' })).toEqual(['bakery', 'crane']);
  expect(find({ arch: 'aarch64' })).toEqual(['bakery']);
  expect(find({}, new Set(['crane']))).toEqual(['crane']);
});

it('puts running nodes first, so that the first wave tries something', () => {
  expect(names(runningFirst(nodes))).toEqual(['bakery', 'crane', 'atlas']);
});
