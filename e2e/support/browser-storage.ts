import type { Page } from '@playwright/test';

/** Everything the origin stores in the browser, as one text. */
export async function readBrowserStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const records: unknown[] = [];
    for (const { name } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error!);
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (reading.onsuccess = resolve));
        records.push({ name, store, all: reading.result });
      }
      database.close();
    }
    const cacheNames = 'caches' in window ? await caches.keys() : [];
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      records,
      cacheNames,
      document.cookie,
      window.name,
      history.state,
      location.href,
    ]);
  });
}
