import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadStaticFiles } from './static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-static-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a build: files of known types, their compressed versions, and the page', () => {
  mkdirSync(join(folder, 'assets'));
  for (const name of [
    'index.html',
    'favicon.svg',
    'secret.pem',
    'assets/a-1.js',
    'assets/a-1.js.br',
    'assets/a-1.js.gz',
    'assets/a-1.js.map',
  ]) {
    writeFileSync(join(folder, name), name);
  }
  const { page, files } = loadStaticFiles(folder);
  expect(page).toBe('index.html');
  expect([...files.keys()].sort()).toEqual(['/assets/a-1.js', '/favicon.svg']);
  expect(files.get('/assets/a-1.js')).toMatchObject({
    cacheControl: 'public, max-age=31536000, immutable',
    br: new TextEncoder().encode('assets/a-1.js.br'),
    gzip: new TextEncoder().encode('assets/a-1.js.gz'),
  });
  expect(files.get('/favicon.svg')?.cacheControl).toBe('no-cache');
});

it('finds nothing without a build', () => {
  expect(loadStaticFiles(join(folder, 'none'))).toEqual({ files: new Map(), page: undefined });
});

it('writes the base path into the page and makes its addresses absolute', () => {
  const at = (basePath: string, html: string) => {
    const own = mkdtempSync(join(folder, 'base-'));
    writeFileSync(join(own, 'index.html'), html);
    return loadStaticFiles(own, basePath).page;
  };
  const html =
    '<meta name="base-path" content="" /><script src="./assets/a.js"></script><link href="./icon.svg">';
  expect(at('', html)).toBe(html.replaceAll('./', '/'));
  expect(at('/ief-builder', html)).toBe(
    '<meta name="base-path" content="/ief-builder" /><script src="/ief-builder/assets/a.js"></script><link href="/ief-builder/icon.svg">',
  );
  expect(() => at('/ief-builder', '<html>')).toThrow('base path');
});
