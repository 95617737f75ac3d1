import { eachPart } from '#src/client/rollouts/list-parts.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import type { PlanMessage, SharedList } from './messages.ts';

/** Sends lists to the worker that it does not have yet, one part in each task. */
export function createListSender(post: (message: PlanMessage) => void) {
  const sent = new Map<SharedList, readonly unknown[] | undefined>();
  return {
    async send(
      name: SharedList,
      list: readonly unknown[] | undefined,
      isWanted: () => boolean,
    ): Promise<void> {
      if (!isWanted() || (sent.has(name) && sent.get(name) === list)) return;
      sent.delete(name);
      post({ list: name, part: list === undefined ? undefined : '[]', isFirst: true });
      for (const part of eachPart(list ?? [])) {
        if (!isWanted()) return;
        post({ list: name, part, isFirst: false });
        await nextTask();
      }
      sent.set(name, list);
    },
    /** The next worker has none of them. */
    forget: () => sent.clear(),
  };
}
