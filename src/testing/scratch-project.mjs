import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * Creates a project in a temporary folder, with the packages of this one, copies of the files and folders `copied`,
 * and the new files `own`. Returns the folder; the caller removes it.
 *
 * @param {readonly string[]} copied
 * @param {Readonly<Record<string, string>>} [own]
 */
export function makeScratchProject(copied, own = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ief-scratch-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(own)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
