/** The path of a request's address. A Request's is whole and normal: taking it apart again costs time. */
export function pathOf({ url }: Request): string {
  return url.slice(pathStart(url), pathEnd(url));
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
