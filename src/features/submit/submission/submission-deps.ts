import type { Created } from '#src/client/queries/deployments.ts';
import type { Exchange } from '#src/client/http/exchange.ts';
import type { Place } from '#src/client/session/place.ts';
import type { DeploymentListing } from '#src/domain/lookup/deployment-record.ts';
import type { LookupError } from '#src/domain/lookup/lookup.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { AttemptLock } from '../attempt/attempt-lock.ts';

/** Access to the browser, the network and the clock; tests replace it. */
export interface SubmissionDeps {
  /** Milliseconds since 1970, for stored times and for comparing with the service's. */
  now(): number;
  /** A monotonic clock, milliseconds. */
  elapsed(): number;
  /** False if the browser reports that it is offline. */
  isOnline(): boolean;
  /** True if the place needs no token, or there is one for exactly this place that has not expired. */
  hasToken(place: Place): boolean;
  /** True if the page is connected to this place. */
  isCurrentPlace(place: Place): boolean;

  /** The stored attempts, newest first. Rejects if the browser refuses. */
  listAttempts(): Promise<readonly Attempt[]>;
  /** Stores a new attempt durably, or returns the one that conflicts. Rejects if the browser refuses. */
  recordAttempt(attempt: Attempt, asNew: boolean): Promise<Attempt | undefined>;
  /** Stores the progress of an attempt. Rejects if the browser refuses. */
  storeAttempt(attempt: Attempt): Promise<void>;
  /** Notifies other tabs, which then read the stored attempts again. */
  announceChange(): void;

  /** Locks the attempts of a document; undefined while another tab holds the lock. */
  tryLock(document: string): Promise<AttemptLock | undefined>;
  /** Calls back once no other tab holds the lock. */
  onLockFree(document: string, signal: AbortSignal, callback: () => void): void;

  /** Sends the create. Rejects with a ClientError. */
  sendCreate(
    attempt: Attempt,
    signal: AbortSignal,
    onExchange: (exchange: Exchange) => void,
  ): Promise<Created>;
  /** Lists the deployments with the attempt's name, at its place. Rejects with a ClientError. */
  listDeployments(attempt: Attempt, signal: AbortSignal): Promise<DeploymentListing>;
  /** Checks whether the deployment that an attempt created still exists. Rejects with a ClientError. */
  deploymentExists(attempt: Attempt, signal: AbortSignal): Promise<boolean>;
  toLookupError(error: unknown): LookupError;
  /** Calls back at an interval until the returned function is called. */
  every(ms: number, callback: () => void): () => void;
  /** Called when the outcome of an attempt is known. */
  onOutcome(attempt: Attempt): void;
}
