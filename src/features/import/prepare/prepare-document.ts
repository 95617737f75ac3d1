import { countLines } from '#src/document/lines.ts';
import type { Context } from '#src/domain/core/context.ts';
import { checkInParts } from '#src/domain/deployment/validate.ts';
import type { Json } from '#src/json/value.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { runInSlices } from '#src/ui/timing/run-in-slices.ts';

/**
 * Does the slow work on a large document in short tasks before the document is shown: afterwards, its checks and its
 * lines are cached.
 */
export async function prepareDocument(body: Json, context: Context): Promise<void> {
  await runInSlices(checkInParts(body, context));
  await nextTask();
  countLines(body);
  await nextTask();
}
