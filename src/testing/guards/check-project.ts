import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { makeScratchProject } from '../scratch-project.mjs';

/** The folder of this project. */
export const root = join(import.meta.dirname, '../../..');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Creates a project with these files and with the configuration and packages of this one. */
export function makeProject(files: Readonly<Record<string, string>>): string {
  const configuration = [
    '.oxlintrc.json',
    '.prettierrc.json',
    '.prettierignore',
    'knip.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.page.json',
    'tsconfig.rest.json',
  ];
  return removeLater(makeScratchProject(configuration, files));
}

/** Removes the folder after the tests of the file. */
export function removeLater(folder: string): string {
  folders.push(folder);
  return folder;
}

/** Runs a script of package.json. */
export function runScript(folder: string, script: string, ...args: string[]) {
  const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const { status, stdout, stderr } = spawnSync('npm', command, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
