import { defineConfig } from 'vitest/config';

const tests = 'test.ts';
/**
 * Layers without a server. Their modules keep little state, and a test that depends on it sets it first, or loads the
 * module anew (`vi.resetModules`).
 */
const sharing = [
  'json',
  'domain',
  'document',
  'convert',
  'reference',
  'client',
  'ui',
  'views',
  'features',
  'app',
].map((layer) => `src/${layer}/**/*.${tests}`);

export default defineConfig({
  test: {
    globalSetup: ['src/testing/print-seed.ts'],
    setupFiles: ['src/testing/use-seed.ts'],
    // Two cores: two workers.
    maxWorkers: 2,
    // What hangs ends here. A busy machine takes many times as long as a quiet one, and must not end what works.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // The files of a worker share their modules: loading them again for each file takes most of the time.
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      { extends: true, test: { name: 'rest', include: [`src/**/*.${tests}`], exclude: sharing } },
    ],
  },
});
