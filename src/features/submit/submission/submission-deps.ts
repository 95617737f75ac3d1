import type { Created } from '#src/client/deployments.ts';
import type { DeploymentListing } from '#src/domain/lookup/deployment-record.ts';
import type { Exchange } from '#src/client/exchange.ts';
import type { Place } from '#src/client/place.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { AttemptLock } from '../attempt/attempt-lock.ts';
import type { LookTrouble } from '#src/domain/lookup/lookup.ts';

/** Everything around a submission, handed in so that tests can be the browser, the network and the clock. */
export interface World {
  /** Milliseconds since 1970, for what is stored or compared with the times of the service. */
  now(): number;
  /** Milliseconds that have gone by; never runs backwards. */
  elapsed(): number;
  /** False if the browser knows for certain that it has no network. */
  isOnline(): boolean;
  /** True if there is a token for this very place that is not known to have run out, or if it wants none. */
  hasToken(place: Place): boolean;
  /** True if the connection points there. */
  isHere(place: Place): boolean;

  /** The stored attempts, the one sent last first. Rejects if the browser refuses. */
  list(): Promise<readonly Attempt[]>;
  /** Stores a new attempt for safe, or gives back the one in its way. Rejects if the browser refuses. */
  record(attempt: Attempt, asNew: boolean): Promise<Attempt | undefined>;
  /** Stores how far an attempt has come. Rejects if the browser refuses. */
  store(attempt: Attempt): Promise<void>;
  /** Tells other tabs that something was stored. */
  tell(): void;

  /** Takes the attempts of a document; undefined while another tab has one under way. */
  tryLock(document: string): Promise<AttemptLock | undefined>;
  /** Calls back once no other tab has one under way. */
  onceFree(document: string, signal: AbortSignal, run: () => void): void;

  /** Sends the create. Rejects with a ClientError. */
  create(
    attempt: Attempt,
    signal: AbortSignal,
    onExchange: (exchange: Exchange) => void,
  ): Promise<Created>;
  /** Reads the deployments of the attempt's name, at its place. Rejects with a ClientError. */
  find(attempt: Attempt, signal: AbortSignal): Promise<DeploymentListing>;
  /** Asks whether the deployment that an attempt created still exists. Rejects with a ClientError. */
  exists(attempt: Attempt, signal: AbortSignal): Promise<boolean>;
  troubleOf(error: unknown): LookTrouble;
  /** Calls back every so many milliseconds, until the returned function is called. */
  every(ms: number, run: () => void): () => void;
  /** It is known what became of an attempt. */
  onKnown(attempt: Attempt): void;
}
