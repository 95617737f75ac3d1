import { defineConfig } from 'vite';

/**
 * Builds the two programs to dist/server/, each with everything it needs but Node itself and `libsql`: that package has a
 * native file, which cannot be bundled. The server loads it from node_modules if its store is a file.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['libsql'], target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        'app.main': 'src/server/app.main.ts',
        'mock-ief.main': 'src/server/mock-ief.main.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
