import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { readConfig } from './config/config.ts';
import { createLiveTarget, createMockTarget } from './create-targets.ts';
import { createHostCheck } from './http/allowed-hosts.ts';
import { formatHost } from './http/format-host.ts';
import { createNodeListener } from './http/node-listener.ts';
import { formatLogLine } from './http/request-log.ts';
import { runMain } from './http/run-main.ts';
import { serve, type Running } from './http/serve.ts';
import { loadStaticFiles } from './http/static-files.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';
import { createRateLimit } from './proxy/rate-limit.ts';

/** Beside this file once it is built: dist/server/app.main.js and dist/client/. */
const clientFolder = fileURLToPath(new URL('../client', import.meta.url));

await runMain(async () => {
  const config = readConfig(process.env);
  const { host, publicOrigin, allowedHosts, targets, mock } = config;
  const world = { now: Date.now, newId: randomUUID };
  const liveTargets = targets.map((target) => createLiveTarget(target));
  const built = loadStaticFiles(clientFolder);
  let running: Running | undefined;
  let isReady = true;
  const app = createApp({
    ...world,
    targets: [createMockTarget(createMockIef({ ...mock, ...world }), mock.tokens), ...liveTargets],
    log: (entry) => process.stdout.write(formatLogLine(entry)),
    isHostAllowed: createHostCheck({
      port: () => running?.port ?? config.port,
      allowed: allowedHosts,
      publicOrigin,
    }),
    publicOrigin,
    built,
    isReady: () => isReady,
    rateLimit: createRateLimit(config.liveRequestsPerMinute, world.now),
  });
  running = await serve(createNodeListener(app, { screen: true }), { host, port: config.port });
  const names = ['embedded mock', ...liveTargets.map(({ label }) => label)];
  const word = names.length === 1 ? 'target' : 'targets';
  process.stdout.write(
    `IEF Deployment Builder: http://${formatHost(host)}:${running.port} (${word}: ${names.join(', ')})\n`,
  );
  if (built.page === undefined) {
    process.stderr.write('The page is not built; only the API answers. Run: npm run build\n');
  }
  return {
    running,
    onStopping: () => {
      isReady = false;
    },
  };
});
