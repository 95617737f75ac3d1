import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Bytes } from '#src/server/http/body/read-body.ts';

/** The file types of the page. Other files, such as source maps, are not served. */
const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
};

/** One file in memory, with its precompressed versions. */
export interface StaticFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly bytes: Bytes;
  readonly br: Bytes | undefined;
  readonly gzip: Bytes | undefined;
}

/** The files of a build by path from the root (`/assets/main-1a2b.js`), and the page. */
export interface StaticFiles {
  readonly files: ReadonlyMap<string, StaticFile>;
  /** The text of `index.html`, still with `__CSP_NONCE__`; undefined without a build. */
  readonly page: string | undefined;
}

/** Replaced by the base path; everything else in the page is relative to its own file. */
const BASE_PATH_META = '<meta name="base-path" content="" />';

/** Makes the addresses in the page absolute, because the page is served at paths of several levels. */
function applyBasePath(page: string, basePath: string): string {
  if (basePath !== '' && !page.includes(BASE_PATH_META))
    throw new Error('index.html has no place for the base path');
  return page
    .replace(BASE_PATH_META, BASE_PATH_META.replace('""', `"${basePath}"`))
    .replaceAll(/(?<= (?:src|href)=")\.\//g, `${basePath}/`);
}

/** Replaced by the nonce in each response. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * Reads a build into memory, so that request paths never reach the file system. A missing folder gives no files and
 * no page; other errors are thrown. `basePath` is such as `/ief-builder`; empty at the root.
 */
export function loadStaticFiles(folder: string, basePath = ''): StaticFiles {
  const contents = new Map<string, Bytes>();
  for (const path of listFiles(folder)) {
    contents.set(`/${relative(folder, path).split(sep).join('/')}`, readBytes(path));
  }
  const files = new Map<string, StaticFile>();
  for (const [path, bytes] of contents) {
    const contentType = contentTypes[path.slice(path.lastIndexOf('.') + 1)];
    if (contentType === undefined || path === '/index.html') continue;
    files.set(path, {
      contentType,
      cacheControl: cacheControlFor(path),
      bytes,
      br: contents.get(`${path}.br`),
      gzip: contents.get(`${path}.gz`),
    });
  }
  const page = contents.get('/index.html');
  return {
    files,
    page: page === undefined ? undefined : applyBasePath(new TextDecoder().decode(page), basePath),
  };
}

/** Only files under /assets/ have a hash in their names. */
function cacheControlFor(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readBytes(path: string): Bytes {
  return new Uint8Array(readFileSync(path));
}
