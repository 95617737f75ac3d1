import { createAccess } from './access/create-access.ts';
import { createApp, type App, type AppOptions } from './app.ts';
import type { Config } from './config/config.ts';
import { createLiveTarget, createMockTarget } from './create-targets.ts';
import { createHostCheck } from './http/kit/allowed-hosts.ts';
import { createPeerReader } from './http/limits/peers.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { createLiveLimits } from './proxy/live-limits.ts';
import type { Target } from './proxy/target.ts';

/** The parts of the world that are no part of the configuration. */
type World = Pick<AppOptions, 'clock' | 'newId' | 'log' | 'built' | 'isReady'> & {
  /** The real port, known once the server listens. */
  readonly port: () => number;
};

/** The app of a configuration, its targets in the order they are shown, and the secret of the launch link. */
export function createServerApp(
  config: Config,
  { port, ...world }: World,
): { readonly app: App; readonly targets: readonly Target[]; readonly launchSecret?: string } {
  const { listen, limits, mock } = config;
  const { publicOrigin, basePath, allowedHosts } = listen;
  const targets = [
    ...(mock === undefined
      ? []
      : [createMockTarget(createMockIef({ ...mock, ...world }), mock.tokens)]),
    ...config.targets.map((target) =>
      createLiveTarget(target, undefined, world.clock, config.proxies),
    ),
  ];
  const access = createAccess(config, world.clock);
  const app = createApp({
    ...world,
    targets,
    isHostAllowed: createHostCheck({ port, allowed: allowedHosts, publicOrigin }),
    publicOrigin,
    basePath,
    tls: listen.tls !== undefined,
    limits: createLiveLimits(limits.live, world.clock.elapsed),
    crowd: limits.crowd,
    readPeer: createPeerReader(listen.trustedProxies),
    access: access?.options,
  });
  return {
    app,
    targets,
    ...(access?.launchSecret === undefined ? {} : { launchSecret: access.launchSecret }),
  };
}
