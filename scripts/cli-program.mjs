// Runs a program of the command line, built again if a source is newer than it: `npm run -s validate`,
// `convert`, `export` and `rollout` work straight after `npm ci`. Only results go to standard output.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/cli');
const sources = ['src/cli', 'src/convert', 'src/document', 'src/domain', 'src/json'].concat(
  'vite.cli.config.ts',
  'package.json',
);

/**
 * @param {'validate' | 'convert' | 'export' | 'rollout'} script The name of the script, which is the mode of the build.
 */
export async function runProgram(script) {
  const program = join(folder, `ief-${script}.js`);
  if (script === 'rollout') sources.push('src/server');
  if (newest(sources.map((name) => join(root, name))) > changedAt(program)) await build(script);
  // npm runs scripts in the folder of package.json, but file names are relative to the folder where npm was called.
  const { npm_lifecycle_event: running, INIT_CWD: callersFolder } = process.env;
  if (running === script && callersFolder !== undefined) process.chdir(callersFolder);
  await import(program);
}

/** @param {'validate' | 'convert' | 'export' | 'rollout'} script */
async function build(script) {
  const file = `ief-${script}.js`;
  // Built beside its final place and then moved there in one step, because another run may be reading the old file.
  const outDir = join(root, `dist/cli-${process.pid}`);
  try {
    const vite = await import('vite');
    await vite.build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      mode: script,
      logLevel: 'error',
      build: { outDir },
    });
    mkdirSync(folder, { recursive: true });
    renameSync(join(outDir, file), join(folder, file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`ief-${script} could not be built: ${reason}`);
    rmSync(outDir, { recursive: true, force: true });
    process.exit(2);
  }
  rmSync(outDir, { recursive: true, force: true });
}

/**
 * The latest change in files and folders; that of a folder reveals removed files.
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
