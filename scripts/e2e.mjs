// Runs the browser journeys against the built server; further arguments go to Playwright.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runWithChromium } from './with-chromium.mjs';

const STANDARD_PORT = 18_080;

const cli = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
await runWithChromium([cli, 'test'], { E2E_PORT: String(await findPort()) });

/** The default port, or another free one if it is in use. */
async function findPort() {
  for (const port of [STANDARD_PORT, 0]) {
    const server = createServer().listen(port, '127.0.0.1');
    const isOpen = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isOpen) continue;
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address !== null && typeof address === 'object') return address.port;
  }
  throw new Error('No free port was found.');
}
