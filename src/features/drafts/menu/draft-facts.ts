/** The last attempt to create the deployment of a draft. */
export interface DraftAttempt {
  readonly outcome: 'created' | 'deleted' | 'notCreated' | 'unknown';
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** Facts from outside the drafts that their list shows. */
export interface DraftFacts {
  /** By ID of the draft. */
  readonly attempts: ReadonlyMap<string, DraftAttempt>;
  /** The names of nodes and groups by ID, as far as they are known. */
  readonly targetNames: ReadonlyMap<string, string>;
}
