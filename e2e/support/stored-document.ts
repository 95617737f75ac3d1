import type { Page } from '@playwright/test';

/**
 * Stores a document in the browser as the page would, so that a journey can start with a filled form. Opens a
 * static file of the origin, so that the page itself does not run. `server` is the URL of another server than the default one.
 */
export async function storeDocument(page: Page, document: unknown, server = ''): Promise<void> {
  const head = { id: 'first', version: 2, revision: 1, savedAt: Date.now() };
  const text = JSON.stringify(document);
  await page.goto(`${server}/icon.svg`);
  await page.evaluate(putAll, {
    version: 2,
    stores: [
      { name: 'heads', keyPath: 'id', value: head },
      { name: 'texts', key: 'first', value: text },
    ],
  });
}

/** Stores the project that the page connects to, as its connection settings would. The page must be of this origin already. */
export async function storeProject(page: Page, projectId: string): Promise<void> {
  await page.evaluate(
    (place) => localStorage.setItem('ief-builder.session', place),
    JSON.stringify({ targetId: 'mock', projectId }),
  );
}

/** Stores a document in the first storage format, as an object instead of text. */
export async function storeFirstVersion(page: Page, document: unknown): Promise<void> {
  const value = { id: 'first', version: 1, revision: 1, savedAt: Date.now(), document };
  await page.goto('/icon.svg');
  await page.evaluate(putAll, {
    version: 1,
    stores: [{ name: 'drafts', keyPath: 'id', value }],
  });
}

/** Stores a text in a database of a newer version, which this page cannot open. */
export async function storeNewerVersion(page: Page, text: string): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(putAll, {
    version: 1000,
    stores: [{ name: 'bodies', key: 'first', value: text }],
  });
}

/** A draft that may be damaged: head and text are stored as given, or not at all. */
export interface RawDraft {
  readonly id: string;
  readonly head?: Record<string, unknown>;
  readonly text?: unknown;
}

/** Stores drafts that may be damaged, and the unsaved edits of closed tabs by document id. */
export async function storeRaw(
  page: Page,
  drafts: readonly RawDraft[],
  unsaved: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(putAll, {
    version: 2,
    stores: drafts.flatMap(({ id, head, text }) => [
      { name: 'heads', keyPath: 'id', value: head && { id, ...head } },
      { name: 'texts', key: id, value: text },
    ]),
  });
  await page.evaluate((all) => {
    for (const [id, text] of Object.entries(all))
      localStorage.setItem(`ief-builder.unsaved ${id}`, text);
  }, unsaved);
}

interface StoredValue {
  name: string;
  keyPath?: string;
  key?: string;
  value: unknown;
}

/** Runs in the page: puts values into stores, creating missing stores. Skips undefined values. */
async function putAll(batch: { version: number; stores: StoredValue[] }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('ief-builder', batch.version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath } of batch.stores)
        if (!opening.result.objectStoreNames.contains(name))
          opening.result.createObjectStore(name, keyPath === undefined ? {} : { keyPath });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const names = batch.stores.map(({ name }) => name);
  const transaction = database.transaction(names, 'readwrite');
  for (const { name, key, value } of batch.stores)
    if (value !== undefined) transaction.objectStore(name).put(value, key);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error!);
  });
  database.close();
}

/** A tag that triggers a fault of the mock. */
export function faultTag(name: string) {
  return { key: 'mock-fault', value: name };
}

interface BodyParts {
  name?: string;
  replicas?: unknown;
  tags?: readonly unknown[];
  /** More keys of the container. */
  container?: Record<string, unknown>;
  /** More keys of the body, which the form does not know. */
  more?: Record<string, unknown>;
}

/** A valid body, with optional changes. */
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
