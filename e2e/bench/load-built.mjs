import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Builds a TypeScript file of the bench to .cache/bench/tools, as Node 20 takes no types; gives the path of what was built.
 *
 * @param {string} entry Its path from the root, such as `e2e/bench/page/run.ts`.
 */
export async function buildTool(entry) {
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
  return join(folder, name);
}

/**
 * The exports of such a file.
 *
 * @param {string} entry
 * @returns {Promise<any>}
 */
export async function loadBuilt(entry) {
  return import(pathToFileURL(await buildTool(entry)).href);
}
