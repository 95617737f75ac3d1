import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { compareKeys, sortKeyOf } from '#src/domain/core/characters/sort-key.ts';
import type { DeploymentState } from '#src/domain/health/deployment-state.ts';

/** Where a deployment runs. Deployments on the same nodes share one. */
export interface ListedPlace {
  /** Names of its nodes or of its group, or IDs that the lists of the target do not have. */
  readonly names: readonly string[];
  /** The same in lower case, for the search. */
  readonly searchText: string;
  /** The first one, for sorting. */
  readonly nameKey: string;
  /** True if none of its nodes is connected. */
  readonly isOffline: boolean;
}

/** A deployment as the list shows it. */
export interface ListedRow {
  readonly row: DeploymentRow;
  readonly state: DeploymentState;
  readonly place: ListedPlace;
}

export const sortKeys = ['created', 'name', 'state', 'ready', 'runsOn'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The filter of the list, as in the address of the page. */
export interface ListFilter {
  readonly text: string;
  /** Empty for all; so are the next three. */
  readonly state: string;
  readonly runsOn: string;
  readonly tag: string;
  readonly image: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
  /** From 1. */
  readonly page: number;
}

/** Newest first, everything. */
const wholeList: ListFilter = {
  text: '',
  state: '',
  runsOn: '',
  tag: '',
  image: '',
  sort: 'created',
  isDescending: true,
  page: 1,
};

const textKeys = { q: 'text', state: 'state', on: 'runsOn', tag: 'tag', image: 'image' } as const;

/** Reads the filter from the query of an address. Whatever it does not understand is ignored. */
export function parseFilter(search: string): ListFilter {
  const query = new URLSearchParams(search);
  const [sort = '', direction = ''] = (query.get('sort') ?? '').split(':');
  const known = sortKeys.find((key) => key === sort);
  const page = Number(query.get('page'));
  return {
    ...wholeList,
    ...Object.fromEntries(
      Object.entries(textKeys).map(([key, name]) => [name, query.get(key) ?? '']),
    ),
    ...(known && { sort: known, isDescending: direction === 'desc' }),
    ...(Number.isInteger(page) && page > 0 && { page }),
  };
}

/** The query of an address with a filter; empty for the whole list. */
export function formatFilter(filter: ListFilter): string {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(textKeys))
    if (filter[name] !== '') query.set(key, filter[name]);
  if (filter.sort !== wholeList.sort || !filter.isDescending)
    query.set('sort', `${filter.sort}:${filter.isDescending ? 'desc' : 'asc'}`);
  if (filter.page > 1) query.set('page', String(filter.page));
  return query.toString();
}

/** True if the filter hides nothing. */
export function isWholeList({ text, state, runsOn, tag, image }: ListFilter): boolean {
  return [text, state, runsOn, tag, image].every((part) => part === '');
}

/** The rows that match, whatever their state: the chips of the states count them. */
export function matchExceptState(
  rows: readonly ListedRow[],
  { text, runsOn, tag, image }: ListFilter,
): readonly ListedRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && runsOn === '' && tag === '' && image === '') return rows;
  return rows.filter(
    ({ row, place }) =>
      words.every((word) => row.searchText.includes(word) || place.searchText.includes(word)) &&
      (runsOn === '' || place.names.includes(runsOn)) &&
      (tag === '' || row.tags.includes(tag)) &&
      (image === '' || row.images.includes(image)),
  );
}

/** States in the order in which they need attention. */
export const stateOrder: readonly DeploymentState[] = [
  'failing',
  'deleteFailed',
  'partly',
  'offline',
  'notReady',
  'created',
  'starting',
  'deleting',
  'frozen',
  'running',
  'empty',
];

const stateRanks = new Map(stateOrder.map((state, rank) => [state, rank]));
const rankOf = (state: DeploymentState) => stateRanks.get(state) ?? 0;

const comparisons: Record<SortKey, (a: ListedRow, b: ListedRow) => number> = {
  created: (a, b) => (a.row.createdMs ?? 0) - (b.row.createdMs ?? 0),
  name: (a, b) => compareKeys(a.row.nameKey, b.row.nameKey),
  state: (a, b) => rankOf(a.state) - rankOf(b.state),
  ready: (a, b) => share(a.row) - share(b.row),
  runsOn: (a, b) => compareKeys(a.place.nameKey, b.place.nameKey),
};

function share({ readyReplicas = 0, replicas = 1 }: DeploymentRow): number {
  return replicas === 0 ? 1 : readyReplicas / replicas;
}

/** The rows of one state, or of all, in the order of the filter. Equal rows keep their order. */
export function pickAndSort(
  rows: readonly ListedRow[],
  { state, sort, isDescending }: Pick<ListFilter, 'state' | 'sort' | 'isDescending'>,
): readonly ListedRow[] {
  const picked = state === '' ? [...rows] : rows.filter((one) => one.state === state);
  const compare = comparisons[sort];
  return picked.sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)));
}

const PAGE_ROWS = 25;

/** The rows of a page; the last page if there are fewer. */
export function cutRows(rows: readonly ListedRow[], page: number) {
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const current = Math.min(page, pageCount);
  const start = (current - 1) * PAGE_ROWS;
  return { page: current, pageCount, start, rows: rows.slice(start, start + PAGE_ROWS) };
}

/** Choices for a filter: the values that occur most often first, then by name. */
export function choicesOf(values: Iterable<string>, most = 200): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value]) => ({ value, key: sortKeyOf(value) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ value }) => value);
}
