import { randomUUID } from 'node:crypto';
import { createApp } from './app.ts';
import { readConfig } from './config/config.ts';
import { createLiveTarget, createMockTarget } from './create-targets.ts';
import { createHostCheck } from './http/allowed-hosts.ts';
import { createNodeListener } from './http/node-listener.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { createRateLimit } from './proxy/rate-limit.ts';

/**
 * Makes the API part of the server for the Vite dev server, from the same environment variables
 * as app.main.ts. `port` is the dev server's. Throws ConfigError.
 */
export function createDevListener(port: () => number) {
  const { publicOrigin, allowedHosts, targets, mock, liveRequestsPerMinute } = readConfig(
    process.env,
  );
  const world = { now: Date.now, newId: randomUUID };
  const app = createApp({
    ...world,
    targets: [
      createMockTarget(createMockIef({ ...mock, ...world }), mock.tokens),
      ...targets.map((target) => createLiveTarget(target)),
    ],
    // Vite's terminal is for the developer; failures are seen in the browser.
    log: () => undefined,
    isHostAllowed: createHostCheck({ port, allowed: allowedHosts, publicOrigin }),
    publicOrigin,
    rateLimit: createRateLimit(liveRequestsPerMinute, world.now),
  });
  return createNodeListener(app, { screen: true });
}
