import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serverPlugin } from './src/server/vite-plugin.ts';

/** The page. The server has a configuration of its own: vite.server.config.ts. */
export default defineConfig({
  plugins: [react(), serverPlugin()],
  // The server puts a fresh nonce in its place with every answer (strict CSP).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Maps are never served.
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What the page begins with is one file: it compresses better and comes in one go.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      },
    },
    chunkSizeWarningLimit: 1200,
  },
  server: { host: '127.0.0.1' },
});
