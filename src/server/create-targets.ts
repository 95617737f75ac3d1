import { createTokenAuthorizer } from './auth/token-authorizer.ts';
import type { MockIef } from './mock-ief/mock-ief.ts';
import { createEmbeddedUpstream } from './embedded-upstream.ts';
import type { ProxyTarget } from './proxy/target.ts';
import { defaultTimeouts } from './proxy/upstream/upstream.ts';

/** Sent for callers without a token if the mock accepts every token. */
const ANY_TOKEN = 'embedded-mock';

/** The token that the server sends to the embedded mock for callers without one. */
export function suppliedTokenOf(tokens: readonly string[] | undefined): string {
  return tokens?.[0] ?? ANY_TOKEN;
}

/** The embedded mock as a target. `tokens` lists the valid ones; the first is sent for callers without a token. */
export function createMockTarget(
  mock: MockIef,
  tokens: readonly string[] = [],
  firstByteMs = defaultTimeouts.firstByteMs,
): ProxyTarget {
  return {
    id: 'mock',
    label: 'Embedded mock',
    kind: 'mock',
    region: null,
    projectId: null,
    instanceId: null,
    auth: 'none',
    authorizer: createTokenAuthorizer(suppliedTokenOf(tokens)),
    upstream: createEmbeddedUpstream(mock, firstByteMs),
  };
}
