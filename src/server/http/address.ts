/** The path of a request's address. A Request's is whole and normal: taking it apart again costs time. */
export function pathOf({ url }: Request): string {
  return url.slice(pathStart(url), pathEnd(url));
}

/** Paths that answer at the root and below a base path: whoever checks the process does not know about the latter. */
export const PROBES: readonly string[] = ['/healthz', '/readyz'];

/** Reads the path of a request below the base path; undefined for a request outside it. */
export type ReadPath = (request: Request) => string | undefined;

/** Makes the reader for a base path such as `/ief-builder`; an empty one is the root of the host. */
export function createPathReader(basePath: string): ReadPath {
  if (basePath === '') return pathOf;
  return (request) => {
    const path = pathOf(request);
    if (PROBES.includes(path)) return path;
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
  };
}

/** What is asked for behind the path, with its question mark; empty if nothing is. */
export function searchOf({ url }: Request): string {
  const end = pathEnd(url);
  if (url[end] !== '?') return '';
  const hash = url.indexOf('#', end);
  return url.slice(end, hash < 0 ? undefined : hash);
}

function pathStart(url: string): number {
  return url.indexOf('/', url.indexOf('://') + 3);
}

function pathEnd(url: string): number {
  const end = url.slice(pathStart(url)).search(/[?#]/);
  return end < 0 ? url.length : pathStart(url) + end;
}
