import { randomUUID } from 'node:crypto';
import { systemClock } from './time/clock.ts';
import { readMockMainConfig } from './config/config.ts';
import { formatHost } from './http/kit/format-host.ts';
import { createNodeListener } from './http/listen/node-listener.ts';
import { runMain } from './run-main.ts';
import { serve } from './http/listen/serve.ts';
import { asConnectionEnd } from './mock-ief/faults/as-connection-end.ts';
import { createMockIef } from './mock-ief/mock-ief.ts';

await runMain(async () => {
  const { host, port, mock } = readMockMainConfig(process.env);
  const handle = createMockIef({ ...mock, clock: systemClock, newId: randomUUID });
  const listener = createNodeListener(handle, { screen: false, asConnectionEnd });
  const running = await serve(listener, { host, port });
  process.stdout.write(`IEF mock: http://${formatHost(host)}:${running.port}\n`);
  return { running };
});
