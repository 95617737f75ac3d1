import type { Text } from '#src/domain/core/text.ts';
import type { DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import type { PreflightNode } from '#src/domain/preflight/preflight.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { PlanFile } from '#src/domain/rollout/read-plan-file.ts';
import type { NodeTableReading } from '#src/domain/rollout/read-node-table.ts';
import type { JsonObject } from '#src/json/value.ts';
import { startWorker } from '#src/ui/parts/start-worker.ts';
// oxlint does not understand the query in the import.
// oxlint-disable-next-line import/default
import workerUrl from './plan.worker.ts?worker&url';
import type { CheckSubject, PlanCheck, RowFinding } from './check-plan.ts';
import type { JobResults, PlanAnswer, PlanMessage, SharedList, WorkerJob } from './messages.ts';
import { createListSender } from './list-sender.ts';

/** The lists that a job reads; those that are not known are undefined. */
export type PlanLists = Partial<{
  readonly rows: readonly PlannedRow[];
  readonly nodes: readonly PreflightNode[] | undefined;
  readonly deployments: readonly DeploymentUse[] | undefined;
}>;

/**
 * What is slow with 10,000 rows, in a worker. A new call cancels the one of the same kind before, which then never
 * settles. Rejects if the browser cannot run the worker, or the job throws.
 */
export interface PlanWorker {
  check(subject: CheckSubject, lists: PlanLists): Promise<PlanCheck>;
  readTable(
    text: string,
    body: JsonObject | undefined,
    lists: PlanLists,
  ): Promise<NodeTableReading>;
  readFile(text: string): Promise<PlanFile | { readonly problem: Text }>;
  close(): void;
}

export function createPlanWorker(): PlanWorker {
  let worker: Worker | undefined;
  const jobs = createOpenJobs();
  const lists = createListSender(post);
  // One at a time, so that the parts of a list stay together.
  let queue = Promise.resolve();

  function close(): void {
    worker?.terminate();
    worker = undefined;
    lists.forget();
  }
  function start(): Worker {
    const started = startWorker(workerUrl);
    started.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => jobs.settle(data));
    started.addEventListener('error', () => {
      close();
      jobs.failAll();
    });
    return started;
  }
  function post(message: PlanMessage): void {
    worker ??= start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    worker.postMessage(message);
  }
  function run<K extends WorkerJob['kind']>(
    job: Extract<WorkerJob, { kind: K }>,
    needed: PlanLists,
  ): Promise<JobDone<K>> {
    const { id, done, isOpen } = jobs.open<K>(job.kind);
    const send = async () => {
      for (const name of Object.keys(needed) as SharedList[])
        await lists.send(name, needed[name], isOpen);
      if (isOpen()) post({ id, job });
    };
    queue = queue.then(send).catch(() => jobs.failAll());
    return done;
  }

  return {
    async check(subject, needed) {
      const { list, rest } = await run<'check'>({ kind: 'check', subject }, needed);
      return { ...rest, byRow: new Map(list as readonly [string, readonly RowFinding[]][]) };
    },
    async readTable(text, body, needed) {
      const { list, rest } = await run<'table'>({ kind: 'table', text, body }, needed);
      return { ...rest, rows: list as readonly PlannedRow[] };
    },
    async readFile(text) {
      const { list, rest } = await run<'file'>({ kind: 'file', text }, {});
      return 'problem' in rest ? rest : { ...rest, rows: list as readonly PlannedRow[] };
    },
    close() {
      jobs.cancelAll();
      close();
    },
  };
}

interface JobDone<K extends WorkerJob['kind']> {
  readonly list: readonly unknown[];
  readonly rest: JobResults[K];
}

interface OpenJob {
  readonly parts: unknown[];
  resolve(done: { list: readonly unknown[]; rest: unknown }): void;
  reject(error: Error): void;
}

/** The jobs that the worker has not finished: one of each kind. */
function createOpenJobs() {
  const open = new Map<number, OpenJob>();
  const current = new Map<WorkerJob['kind'], number>();
  let lastId = 0;
  return {
    /** Opens a job and cancels the one of its kind before. */
    open<K extends WorkerJob['kind']>(kind: K) {
      const id = ++lastId;
      const before = current.get(kind);
      if (before !== undefined) open.delete(before);
      current.set(kind, id);
      const done = new Promise<JobDone<K>>((resolve, reject) => {
        open.set(id, { parts: [], resolve: (found) => resolve(found as JobDone<K>), reject });
      });
      return { id, done, isOpen: () => open.has(id) };
    },
    settle(answer: PlanAnswer): void {
      const job = open.get(answer.id);
      if ('failed' in answer) {
        const error = new Error(`A job of the plan worker failed: ${answer.failed}`);
        reportError(error);
        open.delete(answer.id);
        job?.reject(error);
        return;
      }
      if (job === undefined) return;
      if ('part' in answer) {
        job.parts.push(...(JSON.parse(answer.part) as unknown[]));
        return;
      }
      open.delete(answer.id);
      job.resolve({ list: job.parts, rest: answer.result });
    },
    /** Their results are not wanted any more; they never settle. */
    cancelAll(): void {
      open.clear();
    },
    failAll(): void {
      const failed = [...open.values()];
      open.clear();
      for (const { reject } of failed) reject(new Error('the worker failed'));
    },
  };
}
