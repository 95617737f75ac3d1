import type { DBSchema } from 'idb';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { isJsonObject } from '#src/json/value.ts';
import { ownName } from '../base-path.ts';
import type { Where } from '../session/saved-place.ts';
import { databaseOpener } from '../storage/open-database.ts';

/** A plan with the place that it was made for, and the draft that its body comes from. */
export interface KeptPlan {
  readonly where: Where;
  /** The name of the draft, or of what else the body comes from; may be empty. */
  readonly source: string;
  readonly rollout: PlannedRollout;
}

interface StoredPlan extends KeptPlan {
  readonly version: 1;
  readonly key: string;
  readonly savedAt: number;
}

interface Schema extends DBSchema {
  plans: { key: string; value: StoredPlan };
}

/** Older plans are removed. */
const MAX_PLANS = 10;

const openDatabase = databaseOpener<Schema>('ief-builder-rollout-plans', 1, (db) => {
  db.createObjectStore('plans', { keyPath: 'key' });
});

/** The name of this tab's plan. */
const TAB_KEY = ownName('ief-builder.rollout-plan');

/** Newer than the database, which may refuse or be slow. */
let current: KeptPlan | undefined;

/** The plan of this tab; undefined if it has none. */
export async function readPlan(): Promise<KeptPlan | undefined> {
  if (current !== undefined) return current;
  const key = tabKey();
  if (key === null) return undefined;
  try {
    const record: unknown = await (await openDatabase()).get('plans', key);
    return isStoredPlan(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the plan of this tab. False if the browser refuses to store it: it is then kept until the page is closed. */
export async function keepPlan(plan: KeptPlan): Promise<boolean> {
  current = plan;
  try {
    const key = tabKey() ?? newTabKey();
    const { where, source, rollout } = plan;
    const stored: StoredPlan = { version: 1, key, savedAt: Date.now(), where, source, rollout };
    const transaction = (await openDatabase()).transaction('plans', 'readwrite');
    const others = (await transaction.store.getAll()).filter((one) => one.key !== key);
    const old = others.toSorted((a, b) => b.savedAt - a.savedAt).slice(MAX_PLANS - 1);
    await Promise.all([
      ...old.map((one) => transaction.store.delete(one.key)),
      transaction.store.put(stored),
      transaction.done,
    ]);
    return true;
  } catch {
    return false;
  }
}

/** Forgets the plan of this tab. */
export async function dropPlan(): Promise<void> {
  current = undefined;
  const key = tabKey();
  if (key === null) return;
  try {
    sessionStorage.removeItem(TAB_KEY);
    await (await openDatabase()).delete('plans', key);
  } catch {
    // The browser refuses storage: nothing is stored.
  }
}

function tabKey(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

function newTabKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(TAB_KEY, key);
  return key;
}

function isStoredPlan(record: unknown): record is StoredPlan {
  if (!isJsonObject(record)) return false;
  const { version, where, source, rollout } = record;
  return (
    version === 1 && isJsonObject(where) && typeof source === 'string' && isJsonObject(rollout)
  );
}
