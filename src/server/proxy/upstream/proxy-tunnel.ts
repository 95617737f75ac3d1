import { Pool, ProxyAgent, type buildConnector, type Dispatcher } from 'undici';

/** An HTTP proxy that tunnels connections to live targets. */
export interface ProxyAddress {
  /** Scheme, host and port, without credentials: safe to print. */
  readonly origin: string;
  /** The value of `Proxy-Authorization`; undefined if the proxy needs none. */
  readonly authorization: string | undefined;
}

/** The proxy provided no connection to the target. No part of the request was sent. */
export class ProxyFailed extends Error {
  readonly reason: 'proxy_unreachable' | 'proxy_credentials' | 'proxy_refused';

  constructor(reason: ProxyFailed['reason'], cause?: unknown) {
    super(`the proxy gave no connection: ${reason}`, { cause });
    this.name = 'ProxyFailed';
    this.reason = reason;
  }
}

export interface TunnelOptions {
  readonly endpoint: string;
  readonly proxy: ProxyAddress;
  /** The timeout for connecting to the proxy, and again for its response; in milliseconds. */
  readonly connectMs: number;
  /** For TLS with the target, inside the tunnel. */
  readonly requestTls: buildConnector.BuildOptions;
  readonly pool: Pool.Options;
  /** Marks connection errors to distinguish them from later ones. */
  readonly mark: (connect: buildConnector.connector) => buildConnector.connector;
}

/**
 * Sends requests to an https endpoint through an HTTP proxy: CONNECT, then TLS with the target inside the tunnel, so
 * that the proxy only sees the target's host and port.
 */
export function createTunnel(options: TunnelOptions): Pick<Dispatcher, 'dispatch'> {
  const { endpoint, proxy, connectMs, requestTls, pool, mark } = options;
  const agent = new ProxyAgent({
    uri: proxy.origin,
    ...(proxy.authorization === undefined ? {} : { token: proxy.authorization }),
    proxyTls: { timeout: connectMs },
    requestTls,
    clientFactory: (origin, more) => createProxyPool(origin, more, connectMs),
    factory: (origin: string | URL, more: object) => {
      // ProxyAgent always passes its own connector here.
      const { connect } = more as { connect: buildConnector.connector };
      return new Pool(origin, { ...pool, connect: mark(connect) });
    },
  });
  return {
    dispatch: (request, handler) => agent.dispatch({ ...request, origin: endpoint }, handler),
  };
}

/** Connections to the proxy itself; their failures are the proxy's, not the target's. */
function createProxyPool(origin: URL, more: object, connectMs: number): Dispatcher {
  const pool = new Pool(origin, more);
  const connect = pool.connect.bind(pool);
  const open = async (params: Dispatcher.ConnectOptions) => {
    const signal = AbortSignal.timeout(2 * connectMs);
    const response = await connect({ ...params, signal }).catch((error: unknown) => {
      throw new ProxyFailed('proxy_unreachable', error);
    });
    if (response.statusCode === 200) return response;
    response.socket.on('error', () => undefined).destroy();
    throw new ProxyFailed(response.statusCode === 407 ? 'proxy_credentials' : 'proxy_refused');
  };
  return Object.assign(pool, { connect: open as typeof pool.connect });
}
