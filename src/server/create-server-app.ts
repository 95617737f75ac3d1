import { createAccess } from './create-access.ts';
import { createApp, type ServerApp, type AppOptions } from './app.ts';
import type { Config } from './config/config.ts';
import { createLiveTarget } from './config/live-target.ts';
import { createMockTarget, suppliedTokenOf } from './create-targets.ts';
import { createHostCheck } from './http/kit/allowed-hosts.ts';
import { createPeerReader } from './http/limits/peers.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { createLiveLimits } from './proxy/live-limits.ts';
import type { ProxyTarget } from './proxy/target.ts';
import { createRollouts, type Rollouts } from './rollouts/routes/rollout-service.ts';
import type { WorkerEvent } from './rollouts/work/worker-state.ts';
import type { OpenedStore } from './store/open-store.ts';

/** Everything that does not come from the configuration. */
type Runtime = Pick<AppOptions, 'clock' | 'newId' | 'log' | 'staticFiles' | 'isReady'> & {
  /** The actual port, known once the server listens. */
  readonly port: () => number;
  /** The store, or why there is none. */
  readonly opened?: OpenedStore;
  /** Told what happens in rollouts. */
  readonly tellRollout?: (event: WorkerEvent) => void;
};

/** Creates the app of a configuration. Targets are in display order. */
export function createServerApp(
  config: Config,
  { port, opened = { reason: 'There is no store.' }, tellRollout, ...runtime }: Runtime,
): {
  readonly app: ServerApp;
  readonly targets: readonly ProxyTarget[];
  readonly rollouts: Rollouts;
  readonly launchSecret?: string;
} {
  const { listen, limits, mock } = config;
  const { publicOrigin, basePath, allowedHosts } = listen;
  const targets = [
    ...(mock === undefined
      ? []
      : [
          createMockTarget(
            createMockIef({ ...mock, ...runtime, suppliedToken: suppliedTokenOf(mock.tokens) }),
            mock.tokens,
          ),
        ]),
    ...config.targets.map((target) =>
      createLiveTarget(target, undefined, runtime.clock, config.proxies),
    ),
  ];
  const access = createAccess(config, runtime.clock);
  const liveLimits = createLiveLimits(limits.live, runtime.clock.elapsed);
  const rollouts = createRollouts({
    opened,
    targets,
    limits: liveLimits,
    clock: runtime.clock,
    newId: runtime.newId,
    settleMs: config.store.settleMs,
    keepDays: config.store.keepDays,
    tell: tellRollout,
  });
  const app = createApp({
    ...runtime,
    targets,
    isHostAllowed: createHostCheck({ port, allowed: allowedHosts, publicOrigin }),
    publicOrigin,
    basePath,
    tls: listen.tls !== undefined,
    limits: liveLimits,
    rollouts,
    concurrency: limits.concurrency,
    readPeer: createPeerReader(listen.trustedProxies),
    access: access?.options,
  });
  return {
    app,
    targets,
    rollouts,
    ...(access?.launchSecret === undefined ? {} : { launchSecret: access.launchSecret }),
  };
}
