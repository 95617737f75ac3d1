import { loadSoon } from '#src/ui/parts/preload.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { runInSlices } from '#src/ui/timing/run-in-slices.ts';
import type { RuleId } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Context } from '#src/domain/core/context.ts';
import type * as Rules from '#src/domain/deployment/validate.ts';

let validate: typeof Rules.validate | undefined;
let requirementOf: typeof Rules.requirementOf | undefined;
let loading: Promise<void> | undefined;

/** Validates whole documents; undefined until `loadRules` has loaded it. */
export function loadedRules(): typeof Rules.validate | undefined {
  return validate;
}

/** The requirement of a rule, as one sentence; undefined until `loadRules` has loaded it. */
export function loadedRequirement(id: RuleId): Text | undefined {
  return requirementOf?.(id);
}

/**
 * Loads the rules. The first step does not need them, because each field checks itself. Then checks `document` in short
 * tasks, because the first check composes all schemas. Rejects if the rules cannot be loaded; the next call retries.
 */
export function loadRules(document: unknown, context: Context): Promise<void> {
  loading ??= load(document, context).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(document: unknown, context: Context): Promise<void> {
  // The first check is requested while the first step renders, which is more urgent than the rules.
  const rules = await loadSoon(() => import('#src/domain/deployment/validate.ts'));
  await nextTask();
  await runInSlices(rules.checkInParts(document, context));
  validate = rules.validate;
  requirementOf = rules.requirementOf;
}
