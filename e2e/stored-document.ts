import type { Page } from '@playwright/test';

/**
 * Leaves a document in the browser as the page itself would have stored it, so that a journey may begin
 * with much of the form filled in. Goes by a file of the origin, where no page of ours is awake yet.
 * `server` is the address of another server than that of all journeys.
 */
export async function storeDocument(page: Page, document: unknown, server = ''): Promise<void> {
  await page.goto(`${server}/icon.svg`);
  await page.evaluate(async (stored) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ief-builder', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'id' });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const transaction = database.transaction('drafts', 'readwrite');
    transaction
      .objectStore('drafts')
      .put({ id: 'first', version: 1, revision: 1, savedAt: Date.now(), document: stored });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error!);
    });
    database.close();
  }, document);
}

/** A tag that makes the mock play one of its faults for this document. */
export function faultTag(name: string) {
  return { key: 'mock-fault', value: name };
}

interface BodyParts {
  name?: string;
  replicas?: unknown;
  tags?: readonly unknown[];
  /** Members of the one container, beside its name and image. */
  container?: Record<string, unknown>;
  /** Members of the body that the form does not know. */
  more?: Record<string, unknown>;
}

/** A body without a problem, and what a journey wants different about it. */
export function goodBody({
  name = 'edge-web',
  replicas = 1,
  tags,
  container,
  more,
}: BodyParts = {}) {
  return {
    name,
    ...(tags && { tags }),
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    deployment: {
      replicas,
      template: {
        configs: { restart_policy: 'Always', host_network: false },
        containers: [{ name: 'web', image_url: 'nginx:alpine', ...container }],
      },
    },
    ...more,
  };
}
