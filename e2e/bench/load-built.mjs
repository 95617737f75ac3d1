import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Builds a TypeScript file of the bench into .cache/bench/tools, because Node 20 cannot run types; returns the path
 * of the result.
 *
 * @param {string} entry Its path relative to the root, such as `e2e/bench/page/run.ts`.
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
 * Builds and imports such a file.
 *
 * @param {string} entry
 * @returns {Promise<any>}
 */
export async function loadBuilt(entry) {
  return import(pathToFileURL(await buildTool(entry)).href);
}
