import { eachPart } from '#src/client/rollouts/list-parts.ts';
import type { DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import type { PreflightNode } from '#src/domain/preflight/preflight.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { readNodeTable } from '#src/domain/rollout/read-node-table.ts';
import { readPlanFile } from '#src/domain/rollout/read-plan-file.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { checkPlan } from './check-plan.ts';
import type { JobResults, PlanAnswer, PlanMessage, SharedList, WorkerJob } from './messages.ts';

type Lists = Partial<Record<SharedList, unknown[]>>;

/** Returns a function that does what the messages of the page ask for. */
export function createPlanJobs(
  answer: (message: PlanAnswer) => void,
): (message: PlanMessage) => void {
  const lists: Lists = {};
  const current = new Map<WorkerJob['kind'], number>();
  const runJob = async (id: number, job: WorkerJob) => {
    current.set(job.kind, id);
    let rows = 0;
    const breathe = async () => {
      if (rows++ % ROWS_PER_BREATH > 0) return;
      await nextTask();
      if (current.get(job.kind) !== id) throw new Canceled();
    };
    const [list, result] = await doJob(job, lists, breathe);
    for (const part of eachPart(list)) answer({ id, part });
    answer({ id, result });
  };
  return (message) => {
    if ('job' in message) {
      void runJob(message.id, message.job).catch((error: unknown) => {
        // A promise that rejects in a worker raises no error event on the page, which would wait for ever.
        if (!(error instanceof Canceled)) answer({ id: message.id, failed: textOf(error) });
      });
      return;
    }
    const { list, part, isFirst } = message;
    // A new list, because a job may still read the one before.
    if (isFirst) lists[list] = part === undefined ? undefined : [];
    if (part !== undefined) lists[list]?.push(...(JSON.parse(part) as unknown[]));
  };
}

/** A task for each row would take longer than the check. */
const ROWS_PER_BREATH = 25;

class Canceled extends Error {}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The list of a result, and the rest of it. */
async function doJob(
  job: WorkerJob,
  lists: Lists,
  breathe: () => Promise<void>,
): Promise<[readonly unknown[], JobResults[keyof JobResults]]> {
  const nodes = lists.nodes as readonly PreflightNode[] | undefined;
  switch (job.kind) {
    case 'check': {
      const rows = (lists.rows ?? []) as readonly PlannedRow[];
      const deployments = lists.deployments as readonly DeploymentUse[] | undefined;
      const { byRow, ...rest } = await checkPlan(
        job.subject,
        { rows, nodes, deployments },
        breathe,
      );
      return [[...byRow], rest];
    }
    case 'table': {
      // Someone who is still typing makes the text obsolete.
      await breathe();
      const { rows, ...rest } = readNodeTable(job.text, nodes ?? [], job.body);
      return [rows, rest];
    }
    case 'file': {
      const reading = readPlanFile(job.text);
      if (!('action' in reading)) return [[], { problem: reading }];
      const { rows, ...rest } = reading;
      return [rows, rest];
    }
  }
}
