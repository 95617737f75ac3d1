import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { browserArgs } from './e2e/bench/browser-args.ts';
import { findChromium } from './scripts/find-chromium.mjs';

// Undefined lets Playwright take its own.
const executablePath = process.env.CHROMIUM_PATH ?? findChromium();

/** Component tests in a real Chromium. `npm run components` finds the browser first. */
export default defineConfig({
  plugins: [react()],
  // A package that Vite only finds during a test would reload the page under it.
  optimizeDeps: { entries: ['src/main.ts', 'src/**/*.test.tsx', 'src/testing/*.tsx'] },
  test: {
    include: ['src/**/*.test.tsx'],
    globalSetup: ['src/testing/print-seed.ts'],
    setupFiles: ['src/testing/use-seed.ts', 'src/testing/quiet-console.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    // A busy machine may take its time; a passing test never waits this long.
    expect: { poll: { timeout: 10_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 900 },
      provider: playwright({
        actionTimeout: 20_000,
        contextOptions: { locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] },
        launchOptions: {
          ...(executablePath !== undefined && { executablePath }),
          args: [...browserArgs],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
