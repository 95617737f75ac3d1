import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadStaticFiles } from './static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-static-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a build: files of known kinds, their compressed forms, the page apart', () => {
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

it('finds nothing where there is no build', () => {
  expect(loadStaticFiles(join(folder, 'none'))).toEqual({ files: new Map(), page: undefined });
});
