import { defineConfig } from '@playwright/test';

const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
if (process.getuid?.() === 0) args.push('--no-sandbox');

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: 'http://127.0.0.1:18080',
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args },
  },
  webServer: { command: 'node dist/server/app.main.js', url: 'http://127.0.0.1:18080/readyz', env: { PORT: '18080' }, reuseExistingServer: false },
});
