import type { Page } from '@playwright/test';

/**
 * Leaves a document in the browser as the page itself would have stored it, so that a journey may begin
 * with much of the form filled in. Goes by a file of the origin, where no page of ours is awake yet.
 * `server` is the address of another server than that of all journeys.
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

/** Leaves a document as the page stored it before documents were kept as text. */
export async function storeFirstVersion(page: Page, document: unknown): Promise<void> {
  const value = { id: 'first', version: 1, revision: 1, savedAt: Date.now(), document };
  await page.goto('/icon.svg');
  await page.evaluate(putAll, {
    version: 1,
    stores: [{ name: 'drafts', keyPath: 'id', value }],
  });
}

/** Leaves what a newer page might, in a database that this one cannot know. */
export async function storeNewerVersion(page: Page, text: string): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(putAll, {
    version: 1000,
    stores: [{ name: 'bodies', key: 'first', value: text }],
  });
}

/** A draft as it might lie in the browser, whatever became of it: head and text are stored as given, or not at all. */
export interface RawDraft {
  readonly id: string;
  readonly head?: Record<string, unknown>;
  readonly text?: unknown;
}

/** Leaves drafts in the browser that the page would not have stored so, and notes of closed tabs by document id. */
export async function storeRaw(
  page: Page,
  drafts: readonly RawDraft[],
  notes: Readonly<Record<string, string>> = {},
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
  }, notes);
}

interface StoredValue {
  name: string;
  keyPath?: string;
  key?: string;
  value: unknown;
}

/** Runs in the page: puts values into stores, which it makes where the database is new; an undefined value is left out. */
async function putAll(what: { version: number; stores: StoredValue[] }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('ief-builder', what.version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath } of what.stores)
        if (!opening.result.objectStoreNames.contains(name))
          opening.result.createObjectStore(name, keyPath === undefined ? {} : { keyPath });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const names = what.stores.map(({ name }) => name);
  const transaction = database.transaction(names, 'readwrite');
  for (const { name, key, value } of what.stores)
    if (value !== undefined) transaction.objectStore(name).put(value, key);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error!);
  });
  database.close();
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
