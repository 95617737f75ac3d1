import type { RequestErrorFacts } from '#src/client/http/error-facts.ts';
import type { Answer } from '#src/client/http/request.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import type { Change } from '#src/convert/diff/diff-documents.ts';
import type { MergeConflict, Side } from '#src/convert/merge/merge-documents.ts';
import type { Json, JsonObject } from '#src/json/value.ts';

/** Access to the browser, the network and the clock; tests replace it. */
export interface UpdateDeps {
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
  newKey(): string;
  /** The live object as a document; undefined if it no longer exists. Rejects with a ClientError. */
  read(): Promise<JsonObject | undefined>;
  /** Rejects with a ClientError. */
  send(body: string, signal: AbortSignal): Promise<Answer>;
  /** Rejects if the browser refuses. */
  store(request: SentRequest): Promise<void>;
}

/** The deployment to update, and the document at hand. */
export interface UpdateSubject {
  readonly place: NamedPlace;
  readonly deploymentId: string;
  readonly name: string;
  document(): Json;
  /** Takes over the live document after an update. */
  adopt(document: JsonObject): void;
  /** Takes over a merged document. `merge` merges the documents of the history, so that undo keeps what others changed. */
  rebase(document: JsonObject, merge: (document: JsonObject) => JsonObject): void;
}

export type UpdateStage =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading' }
  /** Nothing was sent: the live object could not be read. */
  | { readonly stage: 'unread'; readonly error: RequestErrorFacts }
  /** `wasSent`: it was deleted after the update had been sent. */
  | { readonly stage: 'gone'; readonly wasSent: boolean }
  | { readonly stage: 'unchanged' }
  /** Nothing was sent: others changed the same fields. */
  | { readonly stage: 'conflicts'; readonly conflicts: readonly MergeConflict[] }
  /** Nothing was sent: the document has problems since it includes the changes of others. */
  | { readonly stage: 'merged' }
  | { readonly stage: 'sending'; readonly sentAt: number }
  | { readonly stage: 'lookingUp' }
  | { readonly stage: 'rejected'; readonly error: RequestErrorFacts }
  | { readonly stage: 'notDone' }
  | { readonly stage: 'unknown'; readonly differences: readonly Change[] }
  | {
      readonly stage: 'updated';
      readonly requestId: string | undefined;
      /** Where the live object contradicts what was sent; undefined if it could not be read. */
      readonly differences: readonly Change[] | undefined;
    };

/** Changes of others that the document includes. */
export interface TakenChanges {
  /** The document without their changes. */
  readonly before: JsonObject;
  /** The same document with them. */
  readonly after: JsonObject;
}

/** The state of an update as the page shows it. */
export interface UpdateView {
  readonly now: UpdateStage;
  /** The live object that the document is compared with. */
  readonly base: JsonObject;
  /** Changes that others made while the document was edited, if they are included. Never those of the user. */
  readonly taken: TakenChanges | undefined;
  readonly chosen: ReadonlyMap<string, Side>;
  /** True if the browser could not record the request: it cannot be rolled back. */
  readonly isUnrecorded: boolean;
}
