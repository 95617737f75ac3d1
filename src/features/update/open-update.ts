import type { AskAgain } from '#src/client/connection/ask-again.ts';
import type { Where } from '#src/client/session/saved-place.ts';
import { withBaseline } from '#src/client/pods/baselines.ts';
import { readLiveRecord, sendUpdate } from '#src/client/requests/change-deployment.ts';
import { listRequests, storeRequest } from '#src/client/requests/request-database.ts';
import { newRequestKey, type SentRequest } from '#src/client/requests/sent-request.ts';
import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { diffDocuments } from '#src/convert/diff/diff-documents.ts';
import { mergeDocuments } from '#src/convert/merge/merge-documents.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { dropEdit, editKey, noteEdit, readEdit, writeEdit } from './stored-edit.ts';
import { UpdateRun } from './update-run.ts';
import { createUpdateStore, sentStore } from './update-store.ts';

/** The update of one deployment on this page, until it is ended. */
export interface Update {
  readonly place: NamedPlace;
  readonly deploymentId: string;
  readonly name: string;
  /** Identifies the edit in this browser. */
  readonly key: string;
  /** The whole document. */
  readonly store: DocumentStore;
  /** The body to send. */
  readonly sent: DocumentStore;
  readonly run: UpdateRun;
  /** When the restored edit was saved; undefined for a new one. */
  readonly restoredFrom: number | undefined;
  end(): void;
}

/** An edit is stored this long after the last key, but a user who types without a pause loses less than a second. */
const SAVE_DELAY_MS = 300;
const SAVE_WITHIN_MS = 700;

/**
 * Starts the update of a deployment with its live record, or continues the stored edit. Undefined if the deployment does
 * not exist. Rejects with a ClientError if it cannot be read.
 */
export async function openUpdate(
  place: NamedPlace,
  deploymentId: string,
  askAgain: AskAgain,
  signal: AbortSignal,
): Promise<Update | undefined> {
  const key = editKey(place, deploymentId);
  const [record, stored, unresolved] = await Promise.all([
    readLiveRecord(place, deploymentId, { signal }),
    readEdit(key),
    unresolvedUpdate(place, deploymentId),
  ]);
  if (record === undefined) return undefined;
  const live = documentOfRecord(record);
  const base = stored?.base ?? live;
  const store = createUpdateStore(stored?.document ?? live);
  const name = typeof live.name === 'string' ? live.name : deploymentId;
  const run: UpdateRun = new UpdateRun(
    base,
    {
      place,
      deploymentId,
      name,
      document: store.get,
      adopt: (document) => store.edit(document),
      rebase: store.rebase,
    },
    {
      now: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      newKey: newRequestKey,
      read: async () => {
        const now = await askAgain(() => readLiveRecord(place, deploymentId, { name }));
        return now && documentOfRecord(now);
      },
      send: (body, stop) =>
        withBaseline(place, deploymentId, keepsTemplate(run.view().base, body), () =>
          askAgain(() => sendUpdate(place, deploymentId, body, stop)),
        ),
      store: storeRequest,
    },
    unresolved,
  );
  const stopSaving = startSaving(key, store, run);
  run.mergeLive(live);
  if (unresolved?.outcome === 'sent' && Date.now() - unresolved.sentAt < RESUME_MS)
    void run.lookAgain(unresolved);
  return {
    place,
    deploymentId,
    name,
    key,
    store,
    sent: sentStore(store, () => run.view().base),
    run,
    restoredFrom: stored?.isNew ? undefined : stored?.savedAt,
    end() {
      stopSaving();
      run.end();
    },
  };
}

/** An update that leaves the template as it is does not restart any instance. */
function keepsTemplate(base: JsonObject, body: string): boolean {
  const templateOf = (document: unknown) => asObject(asObject(document).deployment).template;
  return diffDocuments(templateOf(base) ?? {}, templateOf(JSON.parse(body)) ?? {}).length === 0;
}

/** A request without an outcome counts as interrupted for this long, milliseconds. */
const RESUME_MS = 10 * 60 * 1000;

/** The last update of the deployment from this browser, if its outcome is not known. */
async function unresolvedUpdate(
  place: Where,
  deploymentId: string,
): Promise<SentRequest | undefined> {
  const requests = await listRequests().catch(() => []);
  const last = requests.find(
    (request) =>
      request.action === 'update' &&
      request.deploymentId === deploymentId &&
      isSamePlace(request.place, place),
  );
  return last?.outcome === 'sent' || last?.outcome === 'unknown' ? last : undefined;
}

/** Stores the edit whenever it or its base changes, and removes it once nothing is left to send. */
function startSaving(key: string, store: DocumentStore, run: UpdateRun): () => void {
  let saved: { document: unknown; base: unknown } | undefined;
  const edit = () => {
    const { base } = run.view();
    const document = asObject(store.get());
    return { version: 1, key, base, document, savedAt: Date.now() } as const;
  };
  const save = () => {
    const next = edit();
    if (saved?.document === next.document && saved.base === next.base) return;
    saved = next;
    if (diffDocuments(next.base, next.document).length === 0) void dropEdit(key);
    // If the browser refuses, the note at closing is the only one.
    else void writeEdit(next).catch(() => undefined);
  };
  const later = createDebounce(SAVE_DELAY_MS, save, SAVE_WITHIN_MS);
  const stops = [store.subscribe(later.schedule), run.subscribe(later.schedule)];
  const onHide = () => {
    const next = edit();
    if (diffDocuments(next.base, next.document).length > 0) noteEdit(next);
    later.cancel();
    save();
  };
  window.addEventListener('pagehide', onHide);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', onHide);
    later.cancel();
    save();
  };
}

/** Stores an edit of a deployment, so that its update starts with it. Rejects if the browser refuses. */
export async function prepareEdit(
  place: Where,
  deploymentId: string,
  base: JsonObject,
  document: JsonObject,
): Promise<void> {
  const key = editKey(place, deploymentId);
  await dropEdit(key);
  await writeEdit({ version: 1, key, base, document, savedAt: Date.now(), isNew: true });
}

/**
 * Adds the changes between the live object and `changed` to the edit that has not been sent yet, or starts one. Rejects
 * if the browser refuses.
 */
export async function addToEdit(
  place: Where,
  deploymentId: string,
  live: JsonObject,
  changed: JsonObject,
): Promise<void> {
  const stored = await readEdit(editKey(place, deploymentId));
  if (stored === undefined) return prepareEdit(place, deploymentId, live, changed);
  const document = asObject(mergeDocuments(live, changed, stored.document).document);
  return writeEdit({ ...stored, document, savedAt: Date.now() });
}
