/** The part that the page uses; TypeScript's library does not declare it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Starts the worker at a URL of this build. The page's content security policy allows only the Trusted Types policy
 * `ief-worker` to create worker URLs (security-headers.ts), and only once.
 */
export function startWorker(workerUrl: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('ief-worker', { createScriptURL: (url) => url });
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
}
