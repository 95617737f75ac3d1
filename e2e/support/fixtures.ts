import { randomBytes } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';

/** A new project of the mock, unused by other tests. */
function newProjectId(): string {
  return randomBytes(16).toString('hex');
}

/** Accessible names that the driver uses, in each language. */
const words = {
  en: {
    preview: 'JSON preview',
    connection: /Open connection/,
    project: 'Project ID',
    edition: 'Edition',
    generation: 'API generation',
    apply: 'Apply',
  },
  zh: {
    preview: 'JSON 预览',
    connection: /打开连接设置/,
    project: '项目 ID',
    edition: '服务版本',
    generation: 'API 版本',
    apply: '应用',
  },
} as const;

/** Page object of the wizard. It asserts nothing. */
export class WizardDriver {
  readonly page: Page;
  readonly language: keyof typeof words;
  constructor(page: Page, language: keyof typeof words = 'en') {
    this.page = page;
    this.language = language;
  }

  /** Opens the page and sets the project in the connection dialog. */
  async openWith(projectId: string): Promise<void> {
    await this.page.goto('/');
    await this.setProject(projectId);
  }

  async openConnection(): Promise<void> {
    await this.page.getByRole('button', { name: words[this.language].connection }).click();
  }

  async setProject(projectId: string): Promise<void> {
    const { project, apply } = words[this.language];
    await this.openConnection();
    await this.page.getByLabel(project).fill(projectId);
    await this.page.getByRole('button', { name: apply, exact: true }).click();
  }

  /** Changes the edition or the API generation in the connection dialog. */
  async changeConnection(change: {
    edition?: 'professional' | 'platinum';
    generation?: '2024-04' | '2025';
  }): Promise<void> {
    const { edition, generation, apply } = words[this.language];
    await this.openConnection();
    const dialog = this.page.getByRole('dialog');
    if (change.edition) await dialog.getByLabel(edition).selectOption(change.edition);
    if (change.generation) await dialog.getByLabel(generation).selectOption(change.generation);
    await dialog.getByRole('button', { name: apply, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Opens a step by its name in the step rail. */
  async goTo(step: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: step }).click();
  }

  /** A list row by its name, such as `Port 2`. */
  row(name: string) {
    return this.page.getByRole('group', { name, exact: true });
  }

  async previewText(): Promise<string> {
    return this.page.getByRole('region', { name: words[this.language].preview }).innerText();
  }

  /** The preview, parsed. */
  async preview(): Promise<unknown> {
    return JSON.parse(await this.previewText());
  }
}

interface Fixtures {
  projectId: string;
  wizard: WizardDriver;
  /** Console messages that the journey expects; set with `test.use`. */
  expectedNoise: RegExp | undefined;
  quietConsole: void;
}

/** Every journey has its own project, and fails on any error or warning in the console. */
export const test = base.extend<Fixtures>({
  expectedNoise: [undefined, { option: true }],
  projectId: async ({}, use) => use(newProjectId()),
  wizard: async ({ page }, use) => use(new WizardDriver(page)),
  quietConsole: [
    async ({ page, expectedNoise }, use) => {
      const noise: string[] = [];
      page.on('pageerror', (error) => noise.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        // The browser logs every response with a status of 400 or above; many journeys provoke them.
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
