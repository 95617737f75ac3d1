import type { Locator, Page } from '@playwright/test';
import { storeDocument, storeProject } from './stored-document.ts';

/** Page object of the Review step. It asserts nothing. */
export class ReviewPage {
  readonly page: Page;
  /** Bodies of the create requests, in the order they left the browser. */
  readonly creates: string[] = [];
  /** The Idempotency-Key of each create request. */
  readonly idempotencyKeys: (string | undefined)[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/edgemgr/deployments')) return;
      this.creates.push(request.postData() ?? '');
      this.idempotencyKeys.push(request.headers()['idempotency-key']);
    });
  }

  /** Opens Review with this document. */
  async openWith(projectId: string, document: unknown): Promise<void> {
    await storeDocument(this.page, document);
    await storeProject(this.page, projectId);
    await this.page.goto('/new/review');
    // Create opens the settings until the target is known.
    await this.createOnMock.waitFor();
  }

  /** The outcome. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Submit' });
  }

  /** Problems, outcome, summary and the bottom bar. */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** The button that creates, whatever its current label. */
  get button(): Locator {
    return this.main.getByRole('button', {
      name: /^(?:Create$|Create on (?!another node)|Sending|Checking)/,
    });
  }

  async submit(): Promise<void> {
    await this.createOnMock.click();
  }

  /** The button that creates, once the target is known to be the mock. */
  private get createOnMock(): Locator {
    return this.main.getByRole('button', { name: /^Create on Embedded mock/ });
  }

  /** The value of a fact of the response, such as `Code`. */
  fact(term: string): Locator {
    return this.panel
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${term}$`) })
      .locator('xpath=following-sibling::dd');
  }

  /** The deployments of a project on the mock. */
  async deploymentsOf(projectId: string): Promise<{ name: string }[]> {
    const answer = await this.page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
    return ((await answer.json()) as { deployments: { name: string }[] }).deployments;
  }
}
