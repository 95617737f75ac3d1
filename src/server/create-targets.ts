import type { TargetConfig } from './config/targets-file.ts';
import type { MockIef } from './mock-ief/mock-ief.ts';
import { createEmbeddedUpstream } from './proxy/embedded-upstream.ts';
import { createLiveUpstream } from './proxy/live-upstream.ts';
import type { Target } from './proxy/target.ts';
import { standardTimeouts } from './proxy/upstream.ts';

/** What the server sends for a caller without a token when every token is good. */
const ANY_TOKEN = 'embedded-mock';

/** The embedded mock as a target. `tokens` are the good ones; the first is sent for callers without one. */
export function createMockTarget(
  mock: MockIef,
  tokens: readonly string[] = [],
  firstByteMs = standardTimeouts.firstByteMs,
): Target {
  return {
    id: 'mock',
    label: 'Embedded mock',
    kind: 'mock',
    region: null,
    projectId: null,
    instanceId: null,
    auth: 'none',
    ownToken: tokens[0] ?? ANY_TOKEN,
    upstream: createEmbeddedUpstream(mock, firstByteMs),
  };
}

/** A configured target; what is not fixed there is given by the caller. */
export function createLiveTarget(config: TargetConfig, timeouts = standardTimeouts): Target {
  const { id, label, region, endpoint, ca, allowPrivate = false } = config;
  return {
    id,
    label,
    kind: 'live',
    region,
    projectId: config.projectId ?? null,
    instanceId: config.instanceId ?? null,
    auth: 'token',
    upstream: createLiveUpstream({ endpoint, ca, allowPrivate, timeouts }),
  };
}
