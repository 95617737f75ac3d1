import type { Locator, Page } from '@playwright/test';
import type { WizardDriver } from './fixtures.ts';
import { storeDocument } from './stored-document.ts';

/** Verbs and places of the review page. It asserts nothing. */
export class ReviewPage {
  readonly page: Page;
  /** Requests that would create, in the order they left the browser. */
  readonly creates: string[] = [];
  /** The Idempotency-Key of each. */
  readonly keys: (string | undefined)[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/edgemgr/deployments')) return;
      this.creates.push(request.postData() ?? '');
      this.keys.push(request.headers()['idempotency-key']);
    });
  }

  /** Begins on the review page with this document filled in. */
  async openWith(wizard: WizardDriver, projectId: string, document: unknown): Promise<void> {
    await storeDocument(this.page, document);
    await this.page.goto('/new/review');
    await wizard.takeProject(projectId);
    // The panel takes the focus along when it goes, and the button leads elsewhere until it knows where to.
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.destined.waitFor();
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Submit' });
  }

  /** The one button that sends, whatever it says at the moment. */
  get button(): Locator {
    return this.panel.getByRole('button', { name: /^(?:Create$|Create on|Sending|Checking)/ });
  }

  async submit(): Promise<void> {
    await this.destined.click();
  }

  /** The same once it knows that it sends to the mock. */
  private get destined(): Locator {
    return this.panel.getByRole('button', { name: /^Create on Embedded mock/ });
  }

  /** What stands beside a word of the answer, such as `Code`. */
  fact(word: string): Locator {
    return this.panel
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${word}$`) })
      .locator('xpath=following-sibling::dd');
  }

  /** The deployments that the mock holds for a project. */
  async deploymentsOf(projectId: string): Promise<{ name: string }[]> {
    const answer = await this.page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
    return ((await answer.json()) as { deployments: { name: string }[] }).deployments;
  }
}
