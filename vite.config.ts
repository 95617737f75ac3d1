import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { serverPlugin } from './src/server/vite-plugin.ts';

/**
 * What several later parts use, which would be 145 small files otherwise, is one file per layer. A layer imports only
 * layers above it in this list, so no two of these files import each other.
 */
const sharedFiles = [
  // Only for the text view and comparisons, and as large as the others together.
  { name: 'editor', test: /\/node_modules\/@(?:codemirror|lezer)\/|\/src\/views\/code\// },
  { name: 'notations', test: /\/node_modules\/(?:yaml|jsonc-parser)\// },
  { name: 'packages', test: /\/node_modules\// },
  { name: 'domain', test: /\/src\/(?:json|document|domain)\// },
  { name: 'convert', test: /\/src\/convert\// },
  { name: 'client', test: /\/src\/client\// },
  { name: 'ui', test: /\/src\/(?:ui|views)\// },
  { name: 'features', test: /\/src\/(?:features|app)\// },
].map((file, index) => ({ ...file, minShareCount: 2, priority: 10 - index }));

/** The page. The server has a configuration of its own: vite.server.config.ts. */
export default defineConfig({
  plugins: [react(), serverPlugin(), preloadPage(), refuseFileCycles()],
  // The server puts a fresh nonce in its place with every answer (strict CSP).
  html: { cspNonce: '__CSP_NONCE__' },
  // Relative, so that one build serves at any path: the server fills in the base path (src/server/http/static/static-files.ts).
  base: './',
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Maps are never served.
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    modulePreload: {
      // Browsers without it (Safari 16) load the page one round trip later.
      polyfill: false,
      // A part that loads later imports its code itself. Links for all its files would need their names in the first
      // load, and adding them blocks a slow phone for a quarter of a second. Style sheets have no import.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
    },
    rolldownOptions: {
      treeshake: {
        // Emotion imports it for `withTheme`, which nothing here uses, and the package does not say that it can go.
        moduleSideEffects: [
          { test: /\/node_modules\/hoist-non-react-statics\//, sideEffects: false },
        ],
      },
      output: {
        // One file each for the entry, for the libraries that every page needs, and for the page with its first step.
        // Split by itself the page would be 35 files, which compress worse.
        codeSplitting: {
          groups: [
            { name: 'main', test: /\/index\.html|\/src\/main\.ts$/, priority: 13 },
            { name: 'libraries', test: /\/src\/app\/start\/mount-page\.tsx$/, priority: 12 },
            { name: 'page', test: /\/src\/app\/App\.tsx$/, priority: 11 },
            ...sharedFiles,
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
});

/**
 * Lets index.html request the code and the style sheets of the page together with the entry that imports them, which
 * saves a round trip. With a low priority, so that the skeleton and its style sheet arrive first.
 */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const page = Object.values(bundle).find(({ name }) => name === 'page');
        if (page?.type !== 'chunk') throw new Error('the build has no chunk for the page');
        const scripts = [page.fileName, ...page.imports].map((file) => ({
          file,
          rel: 'modulepreload',
        }));
        const styles = [...(page.viteMetadata?.importedCss ?? [])].map((file) => ({
          file,
          rel: 'preload',
          as: 'style',
        }));
        return [...scripts, ...styles]
          .filter(({ file }) => !html.includes(file))
          .map(({ file, ...attrs }) => ({
            tag: 'link',
            attrs: { ...attrs, href: `./${file}`, crossorigin: true, fetchpriority: 'low' },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** Fails if files of the build import each other in a circle: code of one of them would run before what it needs. */
function refuseFileCycles(): Plugin {
  return {
    name: 'refuse-file-cycles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const done = new Set<string>();
      const visit = (file: string, importers: readonly string[]) => {
        if (importers.includes(file))
          throw new Error(`files import each other: ${[...importers, file].join(' > ')}`);
        if (done.has(file)) return;
        const part = bundle[file];
        if (part?.type === 'chunk')
          for (const imported of part.imports) visit(imported, [...importers, file]);
        done.add(file);
      };
      for (const file of Object.keys(bundle)) visit(file, []);
    },
  };
}
