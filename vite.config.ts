import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFirst } from './scripts/preload-first.ts';
import { serverPlugin } from './src/server/vite-plugin.ts';

/** The page. The server has a configuration of its own: vite.server.config.ts. */
export default defineConfig({
  plugins: [
    react(),
    serverPlugin(),
    preloadFirst(['/src/app/react.ts', '/src/ui/theme.ts', '/src/app/mount.tsx']),
  ],
  // The server puts a fresh nonce in its place with every answer (strict CSP).
  html: { cspNonce: '__CSP_NONCE__' },
  // Relative, so that one build serves at any path: the server fills in the base path (http/static-files.ts).
  base: './',
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Maps are never served.
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What the page begins with is four files, each run in a task of its own (src/app/begin.ts): the outline, React,
        // the theme, and the page with its first step. More would compress worse.
        codeSplitting: {
          groups: [
            { name: 'main', test: /\/index\.html|\/src\/main\.ts$/, priority: 4 },
            { name: 'react', test: /\/src\/app\/react\.ts$/, priority: 3 },
            { name: 'theme', test: /\/src\/ui\/theme\.ts$/, priority: 2 },
            { name: 'first', test: /\/src\/app\/mount\.tsx$/, priority: 1 },
            // What everybody loads next would else be twenty files.
            { name: 'connection', test: /\/src\/app\/Connection\.tsx$/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1200,
  },
  server: { host: '127.0.0.1' },
});
