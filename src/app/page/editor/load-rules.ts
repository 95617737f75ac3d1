import { whenIdle } from '#src/ui/parts/when-idle.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';

type Validate = (document: unknown, context: Context) => readonly Issue[];

let validate: Validate | undefined;
let loading: Promise<void> | undefined;

/** Validates whole documents; undefined until `loadRules` has loaded it. */
export function loadedRules(): Validate | undefined {
  return validate;
}

/**
 * Loads the rules. The first step does not need them, because each field checks itself. Rejects if they cannot be
 * loaded; the next call retries.
 */
export function loadRules(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<void> {
  // The first check is requested while the first step renders, which is more urgent than the rules.
  await new Promise<void>((resolve) => void whenIdle(resolve));
  ({ validate } = await import('#src/domain/deployment/validate.ts'));
}
