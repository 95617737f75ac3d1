/** The path of a request's address. Not by `new URL`, which throws for a bad Host header before it can be refused. */
export function pathnameOf({ url }: Request): string {
  return /^[^:]+:\/\/[^/]*([^?#]*)/.exec(url)?.[1] ?? '/';
}

/** Paths that answer at the root and below a base path: whoever checks the process does not know about the latter. */
export const PROBES: readonly string[] = ['/healthz', '/readyz'];

/** Reads the path of a request below the base path; undefined for a request outside it. */
export type ReadPath = (request: Request) => string | undefined;

/** Makes the reader for a base path such as `/ief-builder`; an empty one is the root of the host. */
export function createPathReader(basePath: string): ReadPath {
  if (basePath === '') return pathnameOf;
  return (request) => {
    const path = pathnameOf(request);
    if (PROBES.includes(path)) return path;
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
  };
}
