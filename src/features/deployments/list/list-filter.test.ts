import { expect, test } from 'vitest';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { sortKeyOf } from '#src/domain/core/characters/sort-key.ts';
import type { DeploymentState } from '#src/domain/health/deployment-state.ts';
import {
  choicesOf,
  cutRows,
  formatFilter,
  isWholeList,
  matchExceptState,
  parseFilter,
  pickAndSort,
  stateOrder,
  type ListedRow,
} from './list-filter.ts';

function listed(
  name: string,
  state: DeploymentState,
  more: Partial<DeploymentRow> = {},
): ListedRow {
  const row: DeploymentRow = {
    id: name,
    name,
    state: '',
    replicas: 1,
    readyReplicas: 1,
    createdMs: 0,
    nodeIds: ['n'],
    groupId: '',
    images: [],
    tags: [],
    searchText: [name, ...(more.images ?? [])].join('\n'),
    nameKey: sortKeyOf(name),
    ...more,
  };
  const names = row.nodeIds;
  const place = {
    names,
    searchText: names.join('\n'),
    nameKey: sortKeyOf(names[0] ?? ''),
    isOffline: false,
  };
  return { row, state, place };
}

const names = (rows: readonly ListedRow[]) => rows.map(({ row }) => row.name);

test.each([
  '',
  'q=edge+web&state=failing&on=node-1&tag=site%3Dsz&image=nginx%3A1',
  'sort=name%3Aasc&page=3',
  'sort=created%3Aasc',
])('the address %s and its filter are the same', (search) => {
  expect(formatFilter(parseFilter(`?${search}`))).toBe(search);
});

test('an address that nobody wrote shows the whole list', () => {
  const filter = parseFilter('?sort=height:up&page=-2&color=red');
  expect(formatFilter(filter)).toBe('');
  expect(isWholeList(filter)).toBe(true);
});

test('every word of the search must be found, in any order and case', () => {
  const rows = [listed('edge-web', 'running', { images: ['nginx:1'] }), listed('edge', 'running')];
  const find = (text: string) => names(matchExceptState(rows, { ...parseFilter(''), text }));
  expect(find('NGINX edge')).toEqual(['edge-web']);
  expect(find('edge')).toEqual(['edge-web', 'edge']);
  expect(find(' ')).toEqual(['edge-web', 'edge']);
  expect(find('n web')).toEqual(['edge-web']);
  expect(find('redis')).toEqual([]);
});

test('node, tag and image are compared as a whole', () => {
  const rows = [
    listed('a', 'running', { nodeIds: ['n1'], tags: ['k=v'], images: ['i:1'] }),
    listed('b', 'running', { nodeIds: ['n12'], tags: ['k=v2'], images: ['i:12'] }),
  ];
  for (const part of ['on=n1', 'tag=k%3Dv', 'image=i%3A1'])
    expect(names(matchExceptState(rows, parseFilter(`?${part}`)))).toEqual(['a']);
});

test('the list can be sorted by every column, both ways', () => {
  const rows = [
    listed('app-10', 'running', { createdMs: 2 }),
    listed('app-9', 'failing', { createdMs: 1, readyReplicas: 0, nodeIds: ['z'] }),
    listed('app-11', 'partly', { createdMs: undefined, replicas: 2 }),
  ];
  const by = (sort: string) => names(pickAndSort(rows, parseFilter(`?sort=${sort}`)));
  expect(by('name:asc')).toEqual(['app-9', 'app-10', 'app-11']);
  expect(by('state:asc')).toEqual(['app-9', 'app-11', 'app-10']);
  expect(by('ready:asc')).toEqual(['app-9', 'app-11', 'app-10']);
  expect(by('runsOn:desc')).toEqual(['app-9', 'app-10', 'app-11']);
  expect(by('created:desc')).toEqual(['app-10', 'app-9', 'app-11']);
  expect(names(rows)).toEqual(['app-10', 'app-9', 'app-11']);
});

test('a deployment that wants no instance counts as ready when sorted', () => {
  const rows = [
    listed('empty', 'empty', { replicas: 0, readyReplicas: 0 }),
    listed('half', 'partly', { replicas: 2 }),
  ];
  expect(names(pickAndSort(rows, parseFilter('?sort=ready:asc')))).toEqual(['half', 'empty']);
});

test('every state has its place in the order', () => {
  expect(new Set(stateOrder).size).toBe(11);
  expect(
    names(
      pickAndSort([listed('a', 'failing'), listed('b', 'running')], parseFilter('?state=failing')),
    ),
  ).toEqual(['a']);
});

test('a page beyond the last one is the last one', () => {
  const rows = Array.from({ length: 60 }, (_, index) => listed(`app-${index}`, 'running'));
  expect(cutRows(rows, 9)).toMatchObject({ page: 3, pageCount: 3, start: 50 });
  expect(cutRows(rows, 9).rows).toHaveLength(10);
  expect(cutRows([], 1)).toMatchObject({ page: 1, pageCount: 1, rows: [] });
});

test('choices are the most frequent values, by name', () => {
  expect(choicesOf(['a', 'c', 'b', 'c', 'b'], 2)).toEqual(['b', 'c']);
  expect(choicesOf(['b', 'a', 'b', 'c'], 2)).toEqual(['a', 'b']);
});
