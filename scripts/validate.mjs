// Runs the command line, built anew if a source is newer than it: `npm run -s validate -- FILE...`
// works straight after `npm ci`. Nothing but the results goes to standard output.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/cli');
const program = join(folder, 'ief-validate.js');
const sources = ['src/cli', 'src/domain', 'vite.cli.config.ts', 'package.json'];

if (newest(sources.map((name) => join(root, name))) > changedAt(program)) await build();
// npm runs scripts in the folder of package.json, but the names were typed where it was called.
const { npm_lifecycle_event: script, INIT_CWD: callersFolder } = process.env;
if (script === 'validate' && callersFolder !== undefined) process.chdir(callersFolder);
await import(program);

async function build() {
  // Beside its place and then moved there in one step, as another run may be reading the old file.
  const outDir = join(root, `dist/cli-${process.pid}`);
  try {
    const vite = await import('vite');
    await vite.build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: { outDir },
    });
    mkdirSync(folder, { recursive: true });
    renameSync(join(outDir, 'ief-validate.js'), program);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`ief-validate could not be built: ${reason}`);
    rmSync(outDir, { recursive: true, force: true });
    process.exit(2);
  }
  rmSync(outDir, { recursive: true, force: true });
}

/**
 * The latest change in files and folders; a folder's own tells of files that went away.
 * @param {readonly string[]} paths
 * @returns {number}
 */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

/**
 * @param {string} path
 * @returns {number} 0 if there is no such file
 */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
