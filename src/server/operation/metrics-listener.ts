import type { RequestListener } from 'node:http';
import type { Metrics } from './metrics.ts';

/** Serves `GET /metrics` and nothing else, on its own port. */
export function createMetricsListener(metrics: Metrics): RequestListener {
  return (incoming, outgoing) => {
    incoming.resume();
    if (incoming.method !== 'GET' || incoming.url !== '/metrics') {
      outgoing.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => {
        outgoing.writeHead(200, {
          'content-type': metrics.contentType,
          'cache-control': 'no-store',
        });
        outgoing.end(text);
      },
      () => outgoing.writeHead(500).end(),
    );
  };
}
