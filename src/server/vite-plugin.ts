import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Plugin, ViteDevServer } from 'vite';

const DEV_MODULE = '/src/server/dev-listener.ts';
const OWN_PATHS = /^\/(?:ief|api|healthz|readyz)(?:[/?]|$)/;

interface DevModule {
  createDevListener(port: () => number): RequestListener;
}

/**
 * Serves /ief, /api and the probes in the Vite dev server with the code of `npm start`. The code is loaded through
 * Vite, so an edit takes effect on the next request (and resets the mock).
 */
export function serverPlugin(): Plugin {
  return {
    name: 'ief-server',
    apply: 'serve',
    configureServer(server) {
      const listeners = new WeakMap<object, RequestListener>();
      server.middlewares.use((incoming, outgoing, next) => {
        if (!OWN_PATHS.test(incoming.url ?? '')) return next();
        server
          .ssrLoadModule(DEV_MODULE)
          .then((loaded) => {
            const module = loaded as unknown as DevModule;
            // A reloaded module is a different object.
            const listener =
              listeners.get(module.createDevListener) ??
              module.createDevListener(() => portOf(server));
            listeners.set(module.createDevListener, listener);
            listener(incoming, outgoing);
          })
          .catch(next);
      });
    },
  };
}

function portOf({ httpServer, config }: ViteDevServer): number {
  const address = httpServer?.address();
  return isAddressInfo(address) ? address.port : (config.server.port ?? 5173);
}

function isAddressInfo(address: unknown): address is AddressInfo {
  return typeof address === 'object' && address !== null && 'port' in address;
}
