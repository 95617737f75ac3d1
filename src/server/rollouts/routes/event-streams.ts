import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { EVENT_STREAM } from '#src/server/http/kit/json-headers.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { findHistory, findRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import type { RolloutService } from './rollout-service.ts';
import { viewRollout, viewRow } from './rollout-views.ts';

const STREAMS = { all: 256, perPeer: 8 } as const;
/** A comment keeps proxies from closing the stream. */
const COMMENT_MS = 15_000;
/** Changes that another process made are seen at this distance. */
const POLL_MS = 2_000;
/** Afterwards the reader connects again and proves again that it may read. */
const LIFE_MS = 10 * 60_000;
/** Rows in one read. */
const PAGE = 500;
/** A reader with so many unread chunks is too slow; it continues from its last event. */
const MAX_UNREAD = 64;

/** Opens streams of what changes in a rollout, within limits. */
export type OpenEvents = (rolloutId: string, peer: string, lastId: string | null) => Response;

export function createEventStreams(service: RolloutService): OpenEvents {
  const open = new Map<string, number>();
  let total = 0;
  return (rolloutId, peer, lastId) => {
    const own = open.get(peer) ?? 0;
    if (total >= STREAMS.all || own >= STREAMS.perPeer) {
      throw new HttpProblem('BUILDER.busy', 'Too many streams are open. Poll instead.', {
        headers: { 'retry-after': '5' },
      });
    }
    total += 1;
    open.set(peer, own + 1);
    let isClosed = false;
    const body = makeStream(service, rolloutId, readPosition(lastId), () => {
      if (isClosed) return;
      isClosed = true;
      total -= 1;
      const left = (open.get(peer) ?? 1) - 1;
      if (left === 0) open.delete(peer);
      else open.set(peer, left);
    });
    return new Response(body, {
      headers: { 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' },
    });
  };
}

/** How far a reader has read: the revision of the rows, and of the rollout itself. */
interface Position {
  readonly rows: number;
  readonly rollout: number;
}

function readPosition(lastId: string | null): Position | undefined {
  const parts = /^(\d{1,12})\.(\d{1,12})$/.exec(lastId ?? '');
  return parts === null ? undefined : { rows: Number(parts[1]), rollout: Number(parts[2]) };
}

function makeStream(
  service: RolloutService,
  rolloutId: string,
  from: Position | undefined,
  onClosed: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cleanups: (() => void)[] = [onClosed];
  const close = () => {
    for (const cleanup of cleanups.splice(0)) cleanup();
  };
  return new ReadableStream({
    start(controller) {
      const end = () => {
        if (cleanups.length === 0) return;
        close();
        controller.close();
      };
      const write = (text: string) => {
        if (cleanups.length === 0) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -MAX_UNREAD) end();
      };
      const pump = createPump(service, rolloutId, from, write, end);
      const comments = setInterval(() => write(': still here\n\n'), COMMENT_MS).unref();
      const polls = setInterval(pump, POLL_MS).unref();
      const life = setTimeout(end, LIFE_MS).unref();
      cleanups.push(
        () => clearInterval(comments),
        () => clearInterval(polls),
        () => clearTimeout(life),
        service.onChange(pump),
        service.onStop(end),
      );
      pump();
    },
    cancel: close,
  });
}

function keyOf({ revision, position }: Cursor): string {
  return `${revision} ${position}`;
}

/** The rows that changed last. */
function latestRows({ db }: ServerStore, rolloutId: string): Promise<readonly Cursor[]> {
  return db
    .selectFrom('rollout_rows')
    .select(['revision', 'position'])
    .where('rollout_id', '=', rolloutId)
    .where('revision', '=', (select) =>
      select
        .selectFrom('rollout_rows')
        .select((of) => of.fn.max('revision').as('latest'))
        .where('rollout_id', '=', rolloutId),
    )
    .execute();
}

/** The last row that was read. */
interface Cursor {
  readonly revision: number;
  readonly position: number;
}

/** The rows after a row, in the order in which they changed. */
async function changedRows(
  { db }: ServerStore,
  rolloutId: string,
  { revision, position }: Cursor,
): Promise<readonly RolloutRow[]> {
  return db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', rolloutId)
    .where((where) =>
      where.or([
        where('revision', '>', revision),
        where.and([where('revision', '=', revision), where('position', '>', position)]),
      ]),
    )
    .orderBy('revision')
    .orderBy('position')
    .limit(PAGE)
    .execute();
}

/** Writes what changed since the last time. Calls during a read lead to one more read. */
function createPump(
  { store, tell }: RolloutService,
  rolloutId: string,
  from: Position | undefined,
  write: (text: string) => void,
  end: () => void,
): () => void {
  let position = from;
  /** The rows of the latest revision that were sent: rows changed at the same time share one. */
  let sentOfLast = new Set<string>();
  let isReading = false;
  let isStale = false;

  async function read(): Promise<void> {
    const record = await findRollout(store, rolloutId);
    if (record === undefined) return end();
    const counts = () => countRows(store, rolloutId);
    if (position === undefined) {
      // A new reader reads the rows itself; it gets what changes from now on.
      const latest = await latestRows(store, rolloutId);
      for (const row of latest) sentOfLast.add(keyOf(row));
      position = { rows: latest[0]?.revision ?? 0, rollout: 0 };
    }
    let isChanged = record.revision !== position.rollout;
    // Rows that several processes change at the same time share a revision, so the last one is read again.
    let cursor: Cursor = { revision: position.rows, position: -1 };
    for (;;) {
      const rows = await changedRows(store, rolloutId, cursor);
      if (rows.length === 0) break;
      const fresh = rows.filter((row) => !sentOfLast.has(keyOf(row)));
      isChanged ||= fresh.length > 0;
      const last = rows.at(-1)!.revision;
      cursor = { revision: last, position: rows.at(-1)!.position };
      for (const row of fresh) {
        // The ID of an event is acknowledged as a whole, so all but the last of a revision keep the one before.
        const id = `${row.revision - 1}.${position.rollout}`;
        write(`id: ${id}\nevent: node\ndata: ${JSON.stringify(viewRow(row, record))}\n\n`);
      }
      if (last !== position.rows) sentOfLast = new Set();
      for (const row of rows) {
        if (row.revision === last) sentOfLast.add(keyOf(row));
      }
      position = { ...position, rows: last };
    }
    if (!isChanged) return;
    position = { ...position, rollout: record.revision };
    const view = JSON.stringify(
      viewRollout(record, await counts(), await findHistory(store, rolloutId)),
    );
    write(`id: ${position.rows}.${position.rollout}\nevent: rollout\ndata: ${view}\n\n`);
  }

  return function pump(): void {
    isStale = true;
    if (isReading) return;
    isReading = true;
    void (async () => {
      try {
        while (isStale) {
          isStale = false;
          await read();
        }
      } catch (error) {
        tell({ rolloutId, target: '', event: 'failure', where: 'events', error });
        end();
      } finally {
        isReading = false;
      }
    })();
  };
}
