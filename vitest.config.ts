import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/print-seed.ts'],
    setupFiles: ['src/testing/use-seed.ts'],
    // Two cores: two workers.
    maxWorkers: 2,
    // A test that hangs ends here; a busy machine must not end one that works.
    testTimeout: 60_000,
  },
});
