import type { Page } from '@playwright/test';

/** Everything the origin keeps in the browser, as one text. */
export async function storedByOrigin(page: Page): Promise<string> {
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
        const asking = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (asking.onsuccess = resolve));
        records.push({ name, store, all: asking.result });
      }
      database.close();
    }
    const caches_ = 'caches' in window ? await caches.keys() : [];
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      records,
      caches_,
      document.cookie,
      window.name,
      history.state,
      location.href,
    ]);
  });
}
