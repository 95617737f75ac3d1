import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { systemClock } from './time/clock.ts';
import { readConfig } from './config/config.ts';
import { createServerApp } from './create-server-app.ts';
import { createNodeListener } from './http/listen/node-listener.ts';
import { openStore } from './store/open-store.ts';

const config = readConfig({ ...process.env, BASE_PATH: '' });
// Vite waits for this module.
const opened = await openStore(config.store.location, systemClock.wall);

/** The server of one version of the code. */
export interface DevServer {
  readonly listener: RequestListener;
  /** Stops its work on rollouts. */
  stop(): Promise<void>;
}

/**
 * The API of the server for the Vite dev server, configured by the same environment variables as app.main.ts, but
 * always at the root. `port` is the dev server's. Throws ConfigError.
 */
export function createDevServer(port: () => number): DevServer {
  const { app, rollouts, launchSecret } = createServerApp(config, {
    opened,
    clock: systemClock,
    newId: randomUUID,
    // Vite's terminal is for the developer; failures show in the browser.
    log: () => undefined,
    port,
  });
  if (launchSecret !== undefined) {
    process.stdout.write(
      `To use the targets that the server signs in to, open: http://localhost:${port()}/#k=${launchSecret}\n`,
    );
  }
  return {
    listener: createNodeListener(app, { screen: true }),
    stop: async () => {
      if (!('reason' in rollouts)) await rollouts.stop();
    },
  };
}
