/**
 * The path this page is served under, such as `/ief-builder`; empty at the root of the host. The server writes it into
 * the page.
 */
export const basePath: string =
  typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLMetaElement>('meta[name="base-path"]')?.content ?? '');

/**
 * The name of a storage key, database, lock or channel of this page. Pages on one host share these, so each builder
 * on a host needs its own names.
 */
export function ownName(name: string): string {
  return basePath === '' ? name : `${basePath} ${name}`;
}
