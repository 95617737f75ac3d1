import { randomBytes } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';

/** A project of the mock that no other test uses: 32 hex digits. */
function newProjectId(): string {
  return randomBytes(16).toString('hex');
}

/** Words of the page that the driver clicks, in each language. */
const words = {
  en: {
    preview: 'JSON preview',
    connection: /Open connection/,
    project: 'Project ID',
    apply: 'Apply',
  },
  zh: { preview: 'JSON 预览', connection: /打开连接设置/, project: '项目 ID', apply: '应用' },
} as const;

/** Verbs of a person at the page. It asserts nothing: that is the journey's work. */
export class WizardDriver {
  readonly page: Page;
  readonly language: keyof typeof words;
  constructor(page: Page, language: keyof typeof words = 'en') {
    this.page = page;
    this.language = language;
  }

  /** Opens the page at its root and takes a project through the connection dialog. */
  async openWith(projectId: string): Promise<void> {
    await this.page.goto('/');
    await this.takeProject(projectId);
  }

  async openConnection(): Promise<void> {
    await this.page.getByRole('button', { name: words[this.language].connection }).click();
  }

  async takeProject(projectId: string): Promise<void> {
    const { project, apply } = words[this.language];
    await this.openConnection();
    await this.page.getByLabel(project).fill(projectId);
    await this.page.getByRole('button', { name: apply, exact: true }).click();
  }

  /** Opens a step by its name in the rail. */
  async goTo(step: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: step }).click();
  }

  /** The row of a list by its name, such as `Port 2`. */
  row(name: string) {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** The text of the preview as it stands in the page. */
  async previewText(): Promise<string> {
    return this.page.getByRole('region', { name: words[this.language].preview }).innerText();
  }

  /** The preview as JSON. */
  async preview(): Promise<unknown> {
    return JSON.parse(await this.previewText());
  }
}

interface Fixtures {
  projectId: string;
  wizard: WizardDriver;
  /** What a journey makes the browser say in its console, with `test.use`. */
  expectedNoise: RegExp | undefined;
  quietConsole: void;
}

/** Every journey gets a project of its own, and fails on any error or warning in the console. */
export const test = base.extend<Fixtures>({
  expectedNoise: [undefined, { option: true }],
  projectId: async ({}, use) => use(newProjectId()),
  wizard: async ({ page }, use) => use(new WizardDriver(page)),
  quietConsole: [
    async ({ page, expectedNoise }, use) => {
      const noise: string[] = [];
      page.on('pageerror', (error) => noise.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        // The browser itself logs every answer of 400 and above; those are what the fault journeys ask for.
        const isRefusedRequest = message.text().startsWith('Failed to load resource');
        const isExpected = isRefusedRequest || expectedNoise?.test(message.text());
        if (['error', 'warning'].includes(message.type()) && !isExpected)
          noise.push(`${message.type()}: ${message.text()}`);
      });
      await use();
      expect(noise, 'the console stays silent').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
