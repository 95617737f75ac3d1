import type { AddressInfo } from 'node:net';
import type { Plugin, ViteDevServer } from 'vite';
import type { DevServer } from './dev-listener.ts';

const DEV_MODULE = '/src/server/dev-listener.ts';
const OWN_PATHS = /^\/(?:ief|api|healthz|readyz)(?:[/?]|$)/;

type CreateDevServer = (port: () => number) => DevServer;

/**
 * Serves /ief, /api and the probes in the Vite dev server with the code of `npm start`. The code is loaded through
 * Vite, so an edit takes effect on the next request (and resets the mock).
 */
export function serverPlugin(): Plugin {
  let stopCurrent = async () => {};
  return {
    name: 'ief-server',
    apply: 'serve',
    // A change of the configuration restarts Vite in the same process.
    closeBundle: () => stopCurrent(),
    configureServer(server) {
      const { current, stop } = createCurrentServer(() => portOf(server));
      stopCurrent = stop;
      server.middlewares.use((incoming, outgoing, next) => {
        if (!OWN_PATHS.test(incoming.url ?? '')) return next();
        server
          .ssrLoadModule(DEV_MODULE)
          .then((loaded) =>
            current((loaded as { createDevServer: CreateDevServer }).createDevServer),
          )
          .then(({ listener }) => listener(incoming, outgoing))
          .catch(next);
      });
    },
  };
}

/**
 * Returns the server of the code that was loaded last. Stops the previous server first: its engine has another mock,
 * which does not have the deployments of a new rollout.
 */
function createCurrentServer(port: () => number) {
  let latest: { create: CreateDevServer; made: Promise<DevServer> } | undefined;
  const stop = async () => {
    const before = await latest?.made.catch(() => undefined);
    await before?.stop().catch(() => undefined);
  };
  const current = (create: CreateDevServer): Promise<DevServer> => {
    if (latest?.create === create) return latest.made;
    const made = stop().then(() => create(port));
    latest = { create, made };
    return made;
  };
  return { current, stop };
}

function portOf({ httpServer, config }: ViteDevServer): number {
  const address = httpServer?.address();
  return isAddressInfo(address) ? address.port : (config.server.port ?? 5173);
}

function isAddressInfo(address: unknown): address is AddressInfo {
  return typeof address === 'object' && address !== null && 'port' in address;
}
