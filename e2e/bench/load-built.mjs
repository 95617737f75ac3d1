import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * The exports of a TypeScript file of the bench: built to .cache/bench/tools, as Node 20 takes no types, then imported.
 *
 * @param {string} entry Its path from the root, such as `e2e/bench/page/run.ts`.
 * @returns {Promise<any>}
 */
export async function loadBuilt(entry) {
  const folder = join(root, '.cache/bench/tools');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: {
      external: ['@playwright/test', '@vitejs/plugin-react', 'prettier', 'vite'],
      noExternal: true,
    },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
    },
  });
  const name = entry.replace(/^.*\//, '').replace(/\.ts$/, '.mjs');
  return import(pathToFileURL(join(folder, name)).href);
}
