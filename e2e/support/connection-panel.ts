import type { Locator, Page } from '@playwright/test';

/** A token as the service makes them: binary around its JSON, base64 with `-` for `/`. */
export function makeToken(token: object): string {
  const json = Buffer.from(JSON.stringify({ token }), 'utf8');
  const around = Buffer.from(Array.from({ length: 90 }, (_, at) => (at * 41 + 190) % 256));
  return Buffer.concat([around, json, around]).toString('base64').replaceAll('/', '-');
}

/** A moment as a datetime-local input takes it. The browser of the journeys has the time zone of this process. */
export function toInput(moment: number): string {
  const offset = new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(moment - offset).toISOString().slice(0, 16);
}

/** Verbs and places of the connection panel and of the dialogs beside it. It asserts nothing. */
export class ConnectionPanel {
  readonly page: Page;
  readonly dialog: Locator;
  /** What the last test came to. */
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Connection' });
    this.result = page.getByRole('region', { name: 'Result of the test' });
  }

  /** The chip of the top bar, which always says where a submit would go. */
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

  get until(): Locator {
    return this.dialog.getByLabel('Valid until');
  }

  get fault(): Locator {
    return this.dialog.getByLabel('Fault for the next creates');
  }

  async test(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
  }

  async apply(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Apply' }).click();
  }

  /** Takes a live target with a token in one go. */
  async use(target: string, projectId: string, token: string, until?: number): Promise<void> {
    await this.open();
    await this.choose(target);
    await this.dialog.getByLabel('Project ID').fill(projectId);
    await this.token.fill(token);
    if (until !== undefined) await this.until.fill(toInput(until));
    await this.apply();
  }

  /** The parts of the way with their states, as they stand in the result: `Clock: OK`. */
  async states(): Promise<string[]> {
    const lines = await this.result.getByRole('listitem').locator('> div:first-child').all();
    return Promise.all(
      lines.map(async (line) =>
        (await line.locator('span').allInnerTexts()).filter(Boolean).join(': '),
      ),
    );
  }
}
