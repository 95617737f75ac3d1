import type { Issue } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';

type Validate = (document: unknown, context: Context) => readonly Issue[];

let validate: Validate | undefined;
let loading: Promise<void> | undefined;

/** The check of whole documents; undefined until its code is there. */
export function rulesInHand(): Validate | undefined {
  return validate;
}

/**
 * Loads the check behind the first step: until it is there, each field judges itself. Rejects if it cannot be loaded;
 * the next call tries again.
 */
export function loadRules(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<void> {
  ({ validate } = await import('#src/domain/deployment/validate.ts'));
}
