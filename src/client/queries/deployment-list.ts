import { queryOptions } from '@tanstack/react-query';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { sortKeyOf } from '#src/domain/core/characters/sort-key.ts';
import { groupIdOf, imagesOf, nodeIdsOf, tagsOf } from '#src/domain/health/record-facts.ts';
import type { DeploymentRecord } from '#src/domain/lookup/deployment-record.ts';
import { asList, asObject } from '#src/json/value.ts';
import { isFinalRefusal } from '../pods/polling.ts';
import { withCurrentToken } from '../session/place.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';
import { pagesOf } from './deployments.ts';

/** A deployment in the list of a project, without its template. */
export interface DeploymentRow extends Omit<DeploymentRecord, 'createdAt'> {
  /** Milliseconds since 1970; undefined if the time of the service cannot be read. */
  readonly createdMs: number | undefined;
  readonly nodeIds: readonly string[];
  /** Empty if it is deployed to nodes. */
  readonly groupId: string;
  readonly images: readonly string[];
  /** `key=value`. */
  readonly tags: readonly string[];
  /** Name, ID, images and tags in lower case, for a search. */
  readonly searchText: string;
  /** The name, for sorting. */
  readonly nameKey: string;
}

/** The deployments of a project. */
export interface DeploymentRows {
  /** Newest first. */
  readonly rows: readonly DeploymentRow[];
  /** False while the first reading is under way, and if the service has more than the page reads. */
  readonly isComplete: boolean;
  /** The number that the service states; undefined if it states none. */
  readonly total: number | undefined;
  /** How many requests a reading takes. */
  readonly pages: number;
  /** When it was read, on the clock of the target. */
  readonly readAtMs: number;
}

/** The common start of the query keys of lists, at every place. */
const deploymentListKey = ['deployment list'];

const SHORTEST_POLL_MS = 5000;
/** The server lets 600 requests a minute through to live targets, for all its users. A list takes at most a twelfth. */
const MS_PER_PAGE = 1200;

/** How often a list is read again: the more requests it takes, the less often. */
export function listPollMs(pages: number): number {
  return Math.max(SHORTEST_POLL_MS, pages * MS_PER_PAGE);
}

/** All deployments of the project, up to 5,000. The first reading is shown as it arrives. */
export function deploymentListQuery(session: Session) {
  const queryKey = [...deploymentListKey, ...placeKey(session)];
  return queryOptions<DeploymentRows>({
    queryKey,
    staleTime: 0,
    refetchOnWindowFocus: true,
    // Comparing thousands of rows takes longer than it saves.
    structuralSharing: false,
    refetchInterval: ({ state }) =>
      isFinalRefusal(state.error) ? false : listPollMs(state.data?.pages ?? 1),
    queryFn: async ({ signal, client }) => {
      const before = client.getQueryData<DeploymentRows>(queryKey);
      const isFirst = before?.isComplete !== true;
      const known = new Map(before?.rows.map((row) => [row.id, row]));
      const rows = new Map<string, DeploymentRow>();
      let publishAt = 1;
      let reading: DeploymentRows = noRows;
      const where = targetPath(withCurrentToken(session), 'v3', 'deployments');
      for await (const listed of pagesOf(where, { sort: 'created_at:desc' }, signal)) {
        const { deployments, count } = asObject(listed.answer.json);
        const raw = asList(deployments);
        listed.page.forEach((record, index) => {
          rows.set(record.id, toRow(record, raw[index], known.get(record.id)));
        });
        reading = {
          ...reading,
          isComplete: listed.isEnd,
          total: typeof count === 'number' ? count : undefined,
          pages: reading.pages + 1,
          readAtMs: Date.now() + (listed.answer.clockOffsetMs ?? 0),
        };
        if (!isFirst || listed.isEnd || reading.pages < publishAt) continue;
        client.setQueryData(queryKey, { ...reading, rows: [...rows.values()] });
        publishAt = reading.pages * 3;
      }
      return { ...reading, rows: keepListIfSame(before?.rows, [...rows.values()]) };
    },
  });
}

const noRows: DeploymentRows = {
  rows: [],
  isComplete: false,
  total: undefined,
  pages: 0,
  readAtMs: 0,
};

/** The row of a record: the one that is already shown if nothing in it changed. */
function toRow(
  { createdAt, ...record }: DeploymentRecord,
  raw: unknown,
  before: DeploymentRow | undefined,
): DeploymentRow {
  const object = asObject(raw);
  const facts = {
    ...record,
    createdMs: parseTimestamp(createdAt)?.getTime(),
    nodeIds: nodeIdsOf(object),
    groupId: groupIdOf(object),
    images: imagesOf(object),
    tags: tagsOf(object),
  };
  if (before !== undefined) {
    const { searchText, nameKey } = before;
    if (JSON.stringify(before) === JSON.stringify({ ...facts, searchText, nameKey })) return before;
  }
  const { name, id, images, tags } = facts;
  // Derived here, page by page, because deriving thousands at once would hold up the page.
  const searchText = [name, id, ...images, ...tags].join('\n').toLowerCase();
  return { ...facts, searchText, nameKey: sortKeyOf(name) };
}

/** The list that is already shown, if it has the same rows: then nothing is filtered, sorted or counted again. */
function keepListIfSame(
  before: readonly DeploymentRow[] | undefined,
  rows: readonly DeploymentRow[],
): readonly DeploymentRow[] {
  const isSame = before?.length === rows.length && rows.every((row, at) => row === before[at]);
  return isSame ? before : rows;
}
