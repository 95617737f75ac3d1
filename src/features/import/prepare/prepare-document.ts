import { countLines } from '#src/document/lines.ts';
import type { Context } from '#src/domain/core/context.ts';
import { checkRows } from '#src/domain/deployment/check-rows.ts';
import { checkContainers } from '#src/domain/deployment/validate.ts';
import type { Json } from '#src/json/value.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';

/** How long one slice of the work blocks the page, milliseconds. */
const SLICE_MS = 15;

/**
 * Does the slow work on a large document in short tasks before the document is shown: afterwards, its checks and its
 * lines are cached.
 */
export async function prepareDocument(body: Json, context: Context): Promise<void> {
  let end = performance.now() + SLICE_MS;
  for (const checks of [checkRows(body, context.generation), checkContainers(body, context)]) {
    for (const _ of checks) {
      if (performance.now() < end) continue;
      await nextTask();
      end = performance.now() + SLICE_MS;
    }
  }
  await nextTask();
  countLines(body);
  await nextTask();
}
