import type { Page } from '@playwright/test';
import { test as base } from './attempts.ts';
import { startMock, startServerWithTarget } from './running-servers.ts';

/** The valid tokens of the mock: one to start with, one for later. */
export const tokens = ['token-of-the-person', 'next-token'] as const;

interface LiveTarget {
  /** The URL of the builder. */
  readonly url: string;
  /** Sends a request to the service itself, as another client would. */
  ask(method: string, path?: string, body?: object, fault?: string): Promise<LiveAnswer>;
  /** Opens a page of the builder that is connected to the target. Nobody is signed in yet. */
  open(path: string): Promise<void>;
}

interface LiveRecord {
  readonly id: string;
  readonly template: { readonly containers: readonly { readonly image_url: string }[] };
}

interface LiveAnswer {
  readonly status: number;
  readonly json: LiveRecord;
}

interface LiveFixtures {
  /** Variables of the mock. */
  mockEnv: Record<string, string>;
  /** A standalone mock, configured as the live target `edge-live`. `ask` uses paths below its deployments. */
  live: LiveTarget;
}

export const test = base.extend<LiveFixtures>({
  mockEnv: [{}, { option: true }],
  live: async ({ page, projectId, mockEnv }, use) => {
    const mock = await startMock({ MOCK_TOKENS: tokens.join(','), ...mockEnv });
    const server = await startServerWithTarget(mock.url);
    await use({
      url: server.url,
      async ask(method, path = '', body, fault) {
        const response = await fetch(`${mock.url}/v3/${projectId}/edgemgr/deployments${path}`, {
          method,
          headers: { 'X-Auth-Token': tokens[0], ...(fault && { 'X-Mock-Fault': fault }) },
          ...(body && { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return { status: response.status, json: JSON.parse(text || '{}') as LiveRecord };
      },
      async open(path) {
        await page.goto(`${server.url}/icon.svg`);
        await page.evaluate(
          (place) => localStorage.setItem('ief-builder.session', place),
          JSON.stringify({ targetId: 'edge-live', projectId }),
        );
        await page.goto(server.url + path);
      },
    });
    // Otherwise a part of the page that is still loading fails and says so.
    await page.close();
    await Promise.all([server.stop(), mock.stop()]);
  },
});

/** Enters a token in the dialog that asks for one. */
export async function enterToken(page: Page, token: string = tokens[0]): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel('Token') });
  await dialog.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
