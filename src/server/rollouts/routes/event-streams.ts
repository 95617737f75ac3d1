import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { EVENT_STREAM } from '#src/server/http/kit/json-headers.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { findHistory, findRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import type { RolloutService } from './rollout-service.ts';
import { createRowChanges } from './row-changes.ts';
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
      const polls = setInterval(() => pump(true), POLL_MS).unref();
      const life = setTimeout(end, LIFE_MS).unref();
      cleanups.push(
        () => clearInterval(comments),
        () => clearInterval(polls),
        () => clearTimeout(life),
        service.onChange(() => pump(false)),
        service.onStop(end),
      );
      pump(false);
    },
    cancel: close,
  });
}

/** The rows at some positions. */
async function rowsAt(
  { db }: ServerStore,
  rolloutId: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, RolloutRow>> {
  const rows = await db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', rolloutId)
    .where('position', 'in', positions)
    .execute();
  return new Map(rows.map((row) => [row.position, row]));
}

/**
 * Writes what changed since the last time; `looksBack`, also changes that were committed late. Calls during a read lead to
 * one more read.
 */
function createPump(
  { store, tell }: RolloutService,
  rolloutId: string,
  from: Position | undefined,
  write: (text: string) => void,
  end: () => void,
): (looksBack: boolean) => void {
  // A new reader reads the rows itself; it gets what changes from now on.
  const changes = createRowChanges(store, rolloutId, from?.rows);
  /** The revision of the rollout that was written. */
  let written = from?.rollout ?? 0;
  let isReading = false;
  let isStale = false;
  let isLookBackDue = false;

  async function read(): Promise<void> {
    const record = await findRollout(store, rolloutId);
    if (record === undefined) return end();
    const looksBack = isLookBackDue;
    isLookBackDue = false;
    const marks = await changes.find(looksBack);
    for (let at = 0; at < marks.length; at += PAGE) {
      const page = marks.slice(at, at + PAGE);
      const positions = page.map(({ position }) => position);
      const rows = await rowsAt(store, rolloutId, positions);
      let text = '';
      for (const { revision, position } of page) {
        const row = rows.get(position);
        if (row === undefined) continue;
        // The ID of an event is acknowledged as a whole, so all but the last of a revision keep the one before.
        const id = `${revision - 1}.${written}`;
        text += `id: ${id}\nevent: node\ndata: ${JSON.stringify(viewRow(row, record))}\n\n`;
      }
      // In one chunk: as many chunks as an abort has rows would count as unread.
      write(text);
    }
    if (marks.length === 0 && record.revision === written) return;
    written = record.revision;
    const view = JSON.stringify(
      viewRollout(record, await countRows(store, rolloutId), await findHistory(store, rolloutId)),
    );
    write(`id: ${changes.latest()}.${written}\nevent: rollout\ndata: ${view}\n\n`);
  }

  return function pump(looksBack): void {
    isStale = true;
    isLookBackDue ||= looksBack;
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
