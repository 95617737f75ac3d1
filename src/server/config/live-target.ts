import { isPublishedEndpoint } from '#src/domain/api/regions.ts';
import { createKeyAuthorizer } from '#src/server/auth/key-authorizer.ts';
import { createPasswordAuthorizer } from '#src/server/auth/password-authorizer.ts';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import type { Authorizer } from '#src/server/proxy/authorizer.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { createLiveUpstream } from '#src/server/proxy/upstream/live-upstream.ts';
import { defaultTimeouts, type UpstreamTimeouts } from '#src/server/proxy/upstream/upstream.ts';
import { systemClock, type Clock } from '#src/server/time/clock.ts';
import { noProxy, type ProxyRules } from './proxy-config.ts';
import type { TargetConfig } from './targets-file.ts';

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
