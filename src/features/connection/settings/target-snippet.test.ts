import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presetNames } from '#src/domain/api/regions.ts';
import { readTargetsFile } from '#src/server/config/targets-file.ts';
import { targetSnippet, type SnippetAuth } from './target-snippet.ts';

const env = { IEF_PASSWORD: 'p', IEF_ACCESS_KEY: 'a', IEF_SECRET_KEY: 's' };
const kinds: readonly SnippetAuth[] = ['token', 'password', 'aksk'];

test.each(kinds)('the server accepts the snippet of every preset with the sign-in %s', (kind) => {
  const file = join(mkdtempSync(join(tmpdir(), 'ief-snippet-')), 'targets.json');
  for (const preset of presetNames) {
    writeFileSync(file, targetSnippet(preset, kind));
    const mistakes: string[] = [];
    const [target] = readTargetsFile(file, mistakes, env, new Set());
    expect(mistakes).toEqual([]);
    expect(target?.auth.kind).toBe(kind);
    expect(target?.region).toBe(preset.replace('ief2/', ''));
  }
});
