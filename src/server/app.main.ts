import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { systemClock } from './time/clock.ts';
import { readConfig } from './config/config.ts';
import { warningOfHosts } from './config/listen-config.ts';
import { createServerApp } from './create-server-app.ts';
import { defaultConnections } from './http/limits/connection-guard.ts';
import { formatHost } from './http/kit/format-host.ts';
import { createNodeListener } from './http/listen/node-listener.ts';
import { createProxyCheck } from './http/limits/peers.ts';
import { openLog, type LogEntry } from './http/kit/request-log.ts';
import { runMain } from './run-main.ts';
import { serve, serveAll, type Running } from './http/listen/serve.ts';
import { loadStaticFiles } from './http/static/static-files.ts';
import { createMetricsListener } from './operation/metrics-listener.ts';
import { createMetrics, type Metrics } from './operation/metrics.ts';
import { createRolloutLog } from './rollouts/work/rollout-log.ts';
import { countOpen } from './rollouts/rows/count-rows.ts';
import { openStore } from './store/open-store.ts';

/** Relative to the built file: dist/server/app.main.js and dist/client/. */
const clientFolder = fileURLToPath(new URL('../client', import.meta.url));

await runMain(async () => {
  const secretVariables = new Set<string>();
  const config = readConfig(process.env, secretVariables);
  // Anything that reads the environment of this process later must not find the secrets.
  for (const name of secretVariables) delete process.env[name];
  const { listen } = config;
  const staticFiles = loadStaticFiles(clientFolder, listen.basePath);
  const { log, close } = openLog(config.logLevel);
  let running: Running | undefined;
  let metrics: Metrics | undefined;
  let isReady = true;
  let stopRollouts: Promise<void> | undefined;
  const logRollout = createRolloutLog(log, systemClock);
  const opened = await openStore(config.store.location, systemClock.wall);
  const { app, targets, rollouts, launchSecret } = createServerApp(config, {
    opened,
    tellRollout: (event) => {
      logRollout(event);
      metrics?.countRollout(event);
    },
    clock: systemClock,
    newId: randomUUID,
    log: (entry: LogEntry) => {
      log(entry);
      metrics?.count(entry);
    },
    staticFiles,
    isReady: () => isReady,
    port: () => running?.port ?? listen.port,
  });
  running = await serveAll(createNodeListener(app, { screen: true }), listen, {
    ...defaultConnections,
    perPeer: config.limits.connectionsPerPeer,
    isProxy: createProxyCheck(listen.trustedProxies),
  });
  const readOpenRollouts = 'reason' in rollouts ? undefined : () => countOpen(rollouts.store);
  const metrics0 = listen.metrics && createMetrics(app.concurrency.size, { readOpenRollouts });
  metrics = metrics0;
  const { metrics: at } = listen;
  const metricsServer =
    metrics0 && at && (await serve(createMetricsListener(metrics0, at.host), at));
  const scheme = listen.tls === undefined ? 'http' : 'https';
  const address = `${scheme}://${formatHost(listen.hosts[0] ?? '')}:${running.port}`;
  const shownPath = listen.basePath === '' ? '' : `${listen.basePath}/`;
  const names = targets.map(({ kind, label }) => (kind === 'mock' ? 'embedded mock' : label));
  const noun = names.length === 1 ? 'target' : 'targets';
  process.stdout.write(
    `IEF Deployment Builder: ${address}${shownPath} (${noun}: ${names.join(', ')})\n`,
  );
  process.stderr.write(warningOfHosts(listen));
  if (config.proxies.proxy !== undefined) {
    process.stdout.write(`Proxy for live targets: ${config.proxies.proxy.origin}\n`);
  }
  if (launchSecret !== undefined) {
    process.stdout.write(
      `To use the targets that the server signs in to, open: ${listen.publicOrigin ?? address}${listen.basePath}/#k=${launchSecret}\n`,
    );
  }
  if (at && metricsServer) {
    process.stdout.write(`Metrics: http://${formatHost(at.host)}:${metricsServer.port}/metrics\n`);
  }
  if ('reason' in rollouts && config.store.location.kind !== 'off') {
    process.stderr.write(`Rollouts are off. ${rollouts.reason}\n`);
  }
  if (staticFiles.page === undefined) {
    process.stderr.write('The page is not built; only the API is served. Run: npm run build\n');
  }
  return {
    running,
    onStopping: () => {
      isReady = false;
      // Streams of events would keep the server open.
      stopRollouts = 'reason' in rollouts ? undefined : rollouts.stop();
    },
    onStopped: async (graceMs) => {
      if (graceMs > 0) await stopRollouts?.catch(() => undefined);
      await close(graceMs);
    },
  };
});
