/** The path this page is served under, such as `/ief-builder`; empty at the root of the host. The server writes it. */
export const basePath: string =
  typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? '');

/**
 * A name for what this page keeps in the browser (storage keys, databases, locks, channels). Pages of one host share
 * all of these, so two builders on one host need names of their own.
 */
export function ownName(name: string): string {
  return basePath === '' ? name : `${basePath} ${name}`;
}
