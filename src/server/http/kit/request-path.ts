/**
 * Returns the path of a request's URL. It does not use `new URL`, which throws for a bad Host header before that can
 * be refused.
 */
export function pathnameOf({ url }: Request): string {
  return /^[^:]+:\/\/[^/]*([^?#]*)/.exec(url)?.[1] ?? '/';
}

/** Served at the root and below a base path, because process monitors do not know the base path. */
export const PROBES: readonly string[] = ['/healthz', '/readyz'];

/** Returns the path below the base path; undefined for a request outside it. */
export type ReadPath = (request: Request) => string | undefined;

/** Creates the reader for a base path such as `/ief-builder`; an empty one means the root. */
export function createPathReader(basePath: string): ReadPath {
  if (basePath === '') return pathnameOf;
  return (request) => {
    const path = pathnameOf(request);
    if (PROBES.includes(path)) return path;
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
  };
}
