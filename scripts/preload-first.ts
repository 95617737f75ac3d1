import type { Plugin, Rolldown } from 'vite';

/**
 * Lets index.html ask for what is imported behind the outline, with its styles, so that it is on the way while the
 * outline is drawn; with low priority, as the outline's own few bytes come first. `modules` are endings of their paths.
 */
export function preloadFirst(modules: readonly string[]): Plugin {
  return {
    name: 'preload-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = new Map(
          Object.values(bundle)
            .filter((part) => part.type === 'chunk')
            .map((chunk) => [chunk.fileName, chunk]),
        );
        const found = modules.map((module) => {
          const chunk = [...chunks.values()].find((one) => one.facadeModuleId?.endsWith(module));
          if (chunk === undefined) throw new Error(`${module} is no chunk of the build`);
          return chunk;
        });
        const needed = withImports(found, chunks);
        const styles = needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        return [
          ...needed.map(({ fileName }) => ({ rel: 'modulepreload', href: `./${fileName}` })),
          ...styles.map((fileName) => ({ rel: 'preload', as: 'style', href: `./${fileName}` })),
        ]
          .filter(({ href }) => !html.includes(href))
          .map((attrs) => ({
            tag: 'link',
            attrs: { ...attrs, crossorigin: true, fetchpriority: 'low' },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** Chunks with all that they import. */
function withImports(
  found: readonly Rolldown.OutputChunk[],
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const seen = new Set(found);
  // What is added meanwhile is visited as well.
  for (const { imports } of seen)
    for (const name of imports) {
      const chunk = chunks.get(name);
      if (chunk !== undefined) seen.add(chunk);
    }
  return [...seen];
}
