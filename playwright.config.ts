import { defineConfig } from '@playwright/test';
import { browserArgs } from './e2e/bench/browser-args.ts';
import { findChromium } from './scripts/find-chromium.mjs';

const port = process.env.E2E_PORT ?? '18080';
const baseURL = `http://127.0.0.1:${port}`;
// Undefined lets Playwright take its own.
const executablePath = process.env.CHROMIUM_PATH ?? findChromium();

/** Journeys through the built page in a real Chromium. `npm run e2e` builds first and finds the browser. */
export default defineConfig({
  testDir: 'e2e/journeys',
  fullyParallel: true,
  // Two cores: two workers.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  use: {
    baseURL,
    locale: 'en-US',
    // A trace of every journey costs a fifth of the time: `--trace retain-on-failure` when one is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [...browserArgs],
    },
  },
  webServer: {
    command: 'node dist/server/app.main.js',
    url: `${baseURL}/readyz`,
    env: { PORT: port, IEF_STORE: 'off' },
    reuseExistingServer: false,
  },
});
