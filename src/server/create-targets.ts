import { createTokenAuthorizer } from './auth/token-authorizer.ts';
import { isPublishedEndpoint } from '#src/domain/api/regions.ts';
import type { Authorizer } from './proxy/authorizer.ts';
import { createKeyAuthorizer } from './auth/key-authorizer.ts';
import { createPasswordAuthorizer } from './auth/password-authorizer.ts';
import { systemClock, type Clock } from './time/clock.ts';
import { noProxy, type ProxyRules } from './config/proxy-config.ts';
import type { TargetConfig } from './config/targets-file.ts';
import type { MockIef } from './mock-ief/mock-ief.ts';
import { createEmbeddedUpstream } from './embedded-upstream.ts';
import { createLiveUpstream } from './proxy/upstream/live-upstream.ts';
import type { ProxyTarget } from './proxy/target.ts';
import { defaultTimeouts, type UpstreamTimeouts } from './proxy/upstream/upstream.ts';

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

/**
 * A configured target; callers choose what the configuration leaves open. The clock is used for token renewal and
 * signatures.
 */
export function createLiveTarget(
  config: TargetConfig,
  timeouts = defaultTimeouts,
  clock: Clock = systemClock,
  proxies: ProxyRules = noProxy,
): ProxyTarget {
  const { id, label, region, endpoint, ca, auth, allowPrivate = false } = config;
  const proxy = proxies.proxyFor(endpoint);
  return {
    id,
    label,
    kind: 'live',
    region,
    projectId: config.projectId ?? null,
    instanceId: config.instanceId ?? null,
    ...(isPublishedEndpoint(endpoint) && { publicEndpoint: endpoint }),
    auth: auth.kind,
    authorizer: createAuthorizer(config, timeouts, clock, proxies),
    upstream: createLiveUpstream({ endpoint, ca, allowPrivate, timeouts, proxy }),
  };
}

/** Short, because a user is waiting and IAM either responds quickly or not at all. In milliseconds. */
const IAM_TOTAL_MS = 10_000;

function createAuthorizer(
  { auth, endpoint, ca, allowPrivate = false, projectId, region }: TargetConfig,
  timeouts: UpstreamTimeouts,
  clock: Clock,
  proxies: ProxyRules,
): Authorizer {
  if (auth.kind === 'token') return createTokenAuthorizer();
  if (auth.kind === 'aksk') return createKeyAuthorizer(endpoint, auth.key, clock.wall);
  const iam = createLiveUpstream({
    endpoint: auth.iamEndpoint,
    ca,
    allowPrivate,
    proxy: proxies.proxyFor(auth.iamEndpoint),
    timeouts: {
      ...timeouts,
      firstByteMs: Math.min(timeouts.firstByteMs, IAM_TOTAL_MS),
      totalMs: Math.min(timeouts.totalMs, IAM_TOTAL_MS),
    },
  });
  // Projects are named after their region, so a token can be requested before the project is known.
  const project = projectId === undefined ? { name: region } : { id: projectId };
  return createPasswordAuthorizer(iam, { ...auth.user, project }, clock.elapsed);
}
