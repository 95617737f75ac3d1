import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { jsonSchemaOf } from '#src/reference/json-schema.ts';
import { documentOf, mebibyte, sizes } from '../sizes.ts';

/** The pages measured for comparison. */
export const peerNames = ['bare', 'rjsf', 'jsonforms'] as const;
export type PeerName = (typeof peerNames)[number];

const VIRTUAL = 'virtual:bench-schema';

/** The fields of a deployment as a JSON Schema, from which the peers generate their forms. */
const schemaPlugin: Plugin = {
  name: 'bench-schema',
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
  load: (id) =>
    id === `\0${VIRTUAL}`
      ? `export default ${JSON.stringify(jsonSchemaOf(deploymentGroup, PAGE_GENERATION))}`
      : undefined,
};

/** Builds a peer for production, with the documents and a compressed copy of each file; returns the folder to serve. */
export async function buildPeer(root: string, name: PeerName | 'codemirror'): Promise<string> {
  const source = join(root, 'e2e/bench/peers', name);
  const folder = join(root, '.cache/bench/peers', name);
  if (name === 'rjsf' || name === 'jsonforms') installPackages(source);
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react(), schemaPlugin],
    // Like the build of our own page (vite.config.ts).
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 5000 },
  });
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  mkdirSync(join(folder, 'documents'));
  for (const size of [...sizes, mebibyte]) {
    writeFileSync(join(folder, 'documents', `${size.name}.json`), JSON.stringify(documentOf(size)));
  }
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    writeFileSync(`${join(folder, path)}.br`, brotliCompressSync(readFileSync(join(folder, path))));
  }
  return folder;
}

/** Installs the packages of a folder's lock file unless they are already there. Throws if that fails. */
export function installPackages(folder: string): void {
  const note = join(folder, 'node_modules/.bench-lock');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
  writeFileSync(note, lock);
}
