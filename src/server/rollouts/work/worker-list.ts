import type { Worker } from './worker.ts';

/** The workers of this process, by rollout. */
export interface WorkerList {
  ids(): Iterable<string>;
  find(rolloutId: string): Worker | undefined;
  /** Adds a worker; `create` gets the claims that earlier workers of the rollout still send. */
  add(rolloutId: string, create: (sending: Set<string>) => Worker): Worker;
  /** Drops the worker of a rollout without lease or token, if there is one. Its requests in flight finish. */
  drop(rolloutId: string): void;
  /** Drops all workers; resolves once all requests are finished, also those of workers that were dropped before. */
  stop(): Promise<void>;
}

interface DroppedWorker {
  readonly sending: Set<string>;
  readonly ended: Promise<void>;
}

export function createWorkerList(): WorkerList {
  const workers = new Map<string, Worker>();
  const dropped = new Map<string, DroppedWorker>();

  function drop(id: string): void {
    const worker = workers.get(id);
    if (worker === undefined) return;
    workers.delete(id);
    // With all earlier ones, which share the set.
    const ended = Promise.all([dropped.get(id)?.ended, worker.stop()]).then(() => {
      if (dropped.get(id) === entry) dropped.delete(id);
    });
    const entry: DroppedWorker = { sending: worker.sending, ended };
    dropped.set(id, entry);
  }

  return {
    ids: () => workers.keys(),
    find: (id) => workers.get(id),
    add(id, create) {
      const worker = create(dropped.get(id)?.sending ?? new Set());
      workers.set(id, worker);
      return worker;
    },
    drop,
    async stop() {
      for (const id of workers.keys()) drop(id);
      await Promise.all([...dropped.values()].map(({ ended }) => ended));
    },
  };
}
