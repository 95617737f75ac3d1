import type { DBSchema, IDBPDatabase } from 'idb';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { ownName } from '../base-path.ts';
import type { Where } from '../session/saved-place.ts';
import { databaseOpener } from '../storage/open-database.ts';
import { eachPart } from './list-parts.ts';

/** A document with the ID of its draft. */
export interface PlannedDraft {
  readonly id: string | undefined;
  readonly document: Json;
}

/** A plan with the place that it was made for, and the draft that its body comes from. */
export interface KeptPlan {
  readonly where: Where;
  /** The name of the draft, or of what else the body comes from; may be empty. */
  readonly source: string;
  /** The ID of that draft; absent if the body comes from a file. */
  readonly draftId?: string | undefined;
  readonly rollout: PlannedRollout;
}

interface StoredPlan extends Omit<KeptPlan, 'rollout'> {
  readonly version: 2;
  readonly key: string;
  readonly savedAt: number;
  readonly rollout: Omit<PlannedRollout, 'rows'>;
  /** In parts, as JSON: the browser stores texts faster than objects. */
  readonly rows: readonly string[];
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
    return isStoredPlan(record) ? await toKeptPlan(record) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the plan of this tab. False if the browser refuses to store it: it is then kept until the page is closed. */
export async function keepPlan(plan: KeptPlan): Promise<boolean> {
  current = plan;
  try {
    const key = tabKey() ?? newTabKey();
    const { rollout, ...others } = plan;
    const { rows, ...rest } = rollout;
    const stored: StoredPlan = {
      ...others,
      version: 2,
      key,
      savedAt: Date.now(),
      rollout: rest,
      rows: [...eachPart(rows)],
    };
    const database = await openDatabase();
    await database.put('plans', stored);
    if (!isTidy) await removeOld(database);
    isTidy = true;
    return true;
  } catch {
    return false;
  }
}

/** Other plans do not change often: they are looked at once. */
let isTidy = false;

async function removeOld(database: IDBPDatabase<Schema>): Promise<void> {
  const { store, done } = database.transaction('plans', 'readwrite');
  const plans = await store.getAll();
  const old = plans.toSorted((a, b) => b.savedAt - a.savedAt).slice(MAX_PLANS);
  await Promise.all([...old.map(({ key }) => store.delete(key)), done]);
}

/** Parses the rows part by part, so that the page can respond in between. */
async function toKeptPlan({ rollout, rows, ...plan }: StoredPlan): Promise<KeptPlan> {
  const read: PlannedRow[] = [];
  for (const part of rows) {
    read.push(...(JSON.parse(part) as PlannedRow[]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const { where, source, draftId } = plan;
  return { where, source, draftId, rollout: { ...rollout, rows: read } };
}

/** Forgets the plan of this tab, unless another one than `plan` was kept since. */
export async function dropPlan(plan: KeptPlan | undefined): Promise<void> {
  if (current !== undefined && current !== plan) return;
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
  const { version, where, source, rollout, rows } = record;
  return (
    version === 2 &&
    Array.isArray(rows) &&
    isJsonObject(where) &&
    typeof source === 'string' &&
    isJsonObject(rollout) &&
    isOneOf(ACTIONS, rollout.action) &&
    isOneOf(KINDS, rollout.kind) &&
    typeof rollout.namePattern === 'string' &&
    (rollout.body === undefined || isJsonObject(rollout.body)) &&
    isJsonObject(rollout.settings)
  );
}

const ACTIONS = ['create', 'update', 'delete'] satisfies PlannedRollout['action'][];
const KINDS = ['node', 'group', 'deployment'] satisfies PlannedRollout['kind'][];

function isOneOf(list: readonly unknown[], value: unknown): boolean {
  return list.includes(value);
}
