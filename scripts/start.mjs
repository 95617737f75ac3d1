// Builds, then runs the program in the same process, so that every signal reaches it:
// `start.mjs` the page with its server, `start.mjs mock` only the mock.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const isMock = process.argv[2] === 'mock';
// The mock has a folder of its own: it may be built while the page's server starts from the other.
const { status } = spawnSync('npm', ['run', '--silent', isMock ? 'build:mock' : 'build'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
const program = isMock ? 'dist/mock/mock-ief.main.js' : 'dist/server/app.main.js';
await import(join(root, program));
