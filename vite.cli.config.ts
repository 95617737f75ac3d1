import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** Lets the built file be called by its name. */
const executable: Plugin = {
  name: 'executable',
  writeBundle({ dir = '' }, files) {
    for (const name of Object.keys(files)) chmodSync(join(dir, name), 0o755);
  },
};

const programs = ['validate', 'convert', 'export', 'rollout'];

/**
 * Builds one program of the command line to one file that needs Node alone: dist/cli/ief-validate.js, or with
 * `--mode convert`, `export` or `rollout` that one. Built together they would share files. Only `rollout` needs a
 * package, `libsql`, if its store is a file: a native file cannot be bundled.
 */
export default defineConfig(({ mode }) => {
  const program = programs.find((name) => name === mode) ?? 'validate';
  return {
    publicDir: false,
    plugins: [executable],
    define: { CLI_VERSION: JSON.stringify(manifest.version) },
    ssr: { noExternal: true, external: ['libsql'], target: 'node' },
    build: {
      ssr: true,
      outDir: 'dist/cli',
      emptyOutDir: false,
      target: 'node20',
      // Half the size to read and parse at every call.
      minify: true,
      rolldownOptions: {
        input: { [`ief-${program}`]: `src/cli/${program}/${program}.main.ts` },
        output: {
          entryFileNames: '[name].js',
          banner: '#!/usr/bin/env node',
          codeSplitting: false,
        },
      },
    },
  };
});
