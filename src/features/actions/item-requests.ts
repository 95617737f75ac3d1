import { HttpError } from '#src/client/http/errors.ts';
import { retryAfterMs } from '#src/client/http/retry.ts';
import type { ActionDeps } from './deployment-action.ts';

/** How often a request is sent again that the server or the service refused because there were too many. */
const MAX_WAITS = 5;

/** Waits as long as asked if there are too many requests: such a request had no effect. */
export async function patiently<T>(
  { wait }: Pick<ActionDeps, 'wait'>,
  run: () => Promise<T>,
): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await run();
    } catch (error) {
      const isTooMany = error instanceof HttpError && error.status === 429;
      if (!isTooMany || waits === MAX_WAITS) throw error;
      await wait(retryAfterMs(waits, error));
    }
  }
}

/** Only the service itself says so: gateways, proxies and our own server return 404 for other reasons. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.status !== 404) return false;
  return error.code !== '' && !/^(?:BUILDER|APIGW)\./.test(error.code);
}
