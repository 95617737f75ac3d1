// Runs the browser journeys against the built server; further arguments go to Playwright.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureChromium, NO_CHROMIUM } from './find-chromium.mjs';

const STANDARD_PORT = 18_080;

const chromiumPath = ensureChromium();
if (chromiumPath === undefined) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
const { CHROMIUM_PATH: named } = process.env;
if (named && named !== chromiumPath) {
  console.error(`CHROMIUM_PATH names no Chromium that starts; ${chromiumPath} is used.`);
}
const cli = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const child = spawn(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromiumPath, E2E_PORT: String(await findPort()) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
const [code] = await once(child, 'exit');
process.exit(code ?? 1);

/** The standard port, or another free one if somebody has it. */
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
  throw new Error('There is no free port.');
}
