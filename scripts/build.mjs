// Builds the page to dist/client, the server to dist/server and the command line programs to dist/cli. In one process,
// because six starts of Vite take as long as the builds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

await build({ root, configFile: join(root, 'vite.config.ts') });
const compressing = run('precompress.mjs');
await build({ root, configFile: join(root, 'vite.server.config.ts') });
for (const mode of ['validate', 'convert', 'export', 'rollout']) {
  await build({ root, configFile: join(root, 'vite.cli.config.ts'), mode });
}
await compressing;

/** @param {string} script */
async function run(script) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} failed.`);
}
