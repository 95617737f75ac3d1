import type { RequestListener } from 'node:http';
import { isLoopbackHost } from '#src/server/http/kit/allowed-hosts.ts';
import { formatHost } from '#src/server/http/kit/format-host.ts';
import type { Metrics } from './metrics.ts';

/**
 * Serves `GET /metrics` and nothing else, on its own port at `host`. On a loopback address, the Host header must be a
 * loopback name: a page whose name was pointed at this machine (DNS rebinding) cannot read it.
 */
export function createMetricsListener(metrics: Metrics, host: string): RequestListener {
  const isLocal = isLoopbackHost(formatHost(host));
  return (incoming, outgoing) => {
    incoming.resume();
    if (isLocal && !isLoopbackHost(incoming.headers.host ?? null)) {
      outgoing.writeHead(403).end();
      return;
    }
    if (incoming.method !== 'GET' || incoming.url !== '/metrics') {
      outgoing.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => {
        outgoing.writeHead(200, {
          'content-type': metrics.contentType,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
        });
        outgoing.end(text);
      },
      () => outgoing.writeHead(500).end(),
    );
  };
}
