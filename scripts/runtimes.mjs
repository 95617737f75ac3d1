// Runs the unit tests, and the built server and commands, on each supported version of Node. The package `node` of the
// registry brings the binary; it is installed outside of the project.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const versions = ['20.19.0', '20', '22', '24'];
/** @type {string[]} */
const broken = [];

for (const version of versions) {
  const folder = join(root, '.cache/runtimes', version);
  const bin = join(folder, 'node_modules/node/bin');
  mkdirSync(folder, { recursive: true });
  // Its install script fetches the binary as a package of its own.
  const installed = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `node@${version}`],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const node = join(bin, 'node');
  const shown = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (installed.status !== 0 || !shown.startsWith(`v${version}`)) {
    broken.push(version);
    console.error(`Node ${version}: not installed. ${installed.stderr}`);
    continue;
  }
  console.log(`Node ${shown}:`);
  const { status } = spawnSync(
    node,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
    // The tests start programs by process.execPath and by npm, which finds node on the PATH.
    { cwd: root, stdio: 'inherit', env: { ...env, SOAK: '' } },
  );
  if (status !== 0) broken.push(shown);
}
console.log(broken.length === 0 ? 'All versions passed.' : `Failed: ${broken.join(', ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;
