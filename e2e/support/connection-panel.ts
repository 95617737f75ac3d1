import type { Locator, Page } from '@playwright/test';

/** A token in the format of the service: JSON between binary data, as base64 with `-` for `/`. */
export function makeToken(token: object): string {
  const json = Buffer.from(JSON.stringify({ token }), 'utf8');
  const padding = Buffer.from(Array.from({ length: 90 }, (_, index) => (index * 41 + 190) % 256));
  return Buffer.concat([padding, json, padding]).toString('base64').replaceAll('/', '-');
}

/** A time as the value of a datetime-local input. The browser uses the time zone of this process. */
export function toInputValue(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 16);
}

/** Page object of the connection panel. It asserts nothing. */
export class ConnectionPanel {
  readonly page: Page;
  readonly dialog: Locator;
  /** Result of the last connection test. */
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Connection' });
    this.result = page.getByRole('region', { name: 'Test result' });
  }

  /** The chip in the top bar that shows the current connection. */
  get chip(): Locator {
    return this.page.getByRole('button', { name: /Open connection$/ });
  }

  async open(): Promise<void> {
    await this.chip.click();
  }

  async choose(target: string): Promise<void> {
    await this.dialog.getByLabel('Target', { exact: true }).selectOption(target);
  }

  get token(): Locator {
    return this.dialog.getByLabel('Token');
  }

  get validUntil(): Locator {
    return this.dialog.getByLabel('Valid until');
  }

  get fault(): Locator {
    return this.dialog.getByLabel('Simulated fault');
  }

  async test(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
  }

  async apply(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Apply' }).click();
  }

  /** Connects to a live target with a token. */
  async use(target: string, projectId: string, token: string, until?: number): Promise<void> {
    await this.open();
    await this.choose(target);
    await this.dialog.getByLabel('Project ID').fill(projectId);
    await this.token.fill(token);
    if (until !== undefined) await this.validUntil.fill(toInputValue(until));
    await this.apply();
  }

  /** The checks of the last connection test, each with its state, such as `Clock: OK`. */
  async states(): Promise<string[]> {
    const lines = await this.result.getByRole('listitem').locator('> div:first-child').all();
    return Promise.all(
      lines.map(async (line) =>
        (await line.locator('span').allInnerTexts()).filter(Boolean).join(': '),
      ),
    );
  }
}
