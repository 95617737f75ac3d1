import { ConnectionPanel } from './connection-panel.ts';
import { test as base } from './fixtures.ts';
import type { Running } from './running-servers.ts';

interface ConnectionFixtures {
  panel: ConnectionPanel;
  /** Servers to stop after the test. */
  running: Running[];
}

export const test = base.extend<ConnectionFixtures>({
  panel: async ({ page }, use) => use(new ConnectionPanel(page)),
  running: async ({}, use) => {
    const running: Running[] = [];
    await use(running);
    await Promise.all(running.map((server) => server.stop()));
  },
});
