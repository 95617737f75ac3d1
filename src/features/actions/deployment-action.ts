import type { RequestErrorFacts } from '#src/client/http/error-facts.ts';
import type { Answer } from '#src/client/http/request.ts';
import type { PodRecord } from '#src/client/pods/pods.ts';
import type { RequestOutcome, SentRequest } from '#src/client/requests/sent-request.ts';
import type { PodResult } from '#src/domain/health/pod-result.ts';
import type { JsonObject } from '#src/json/value.ts';

/** What can be done to several deployments at once. */
export type DeploymentAction = 'delete' | 'restart';

/** A deployment that an action applies to. */
export interface ActionItem {
  readonly id: string;
  readonly name: string;
}

/** How an action on one deployment is going, or how it ended. */
export type ItemState =
  /**
   * `pending`: the service accepted the delete, and the deployment is still there. `notStarted`: the page was closed
   * before its turn. `gone` and `noPods`: there is nothing to restart.
   */
  | {
      readonly state:
        'waiting' | 'notStarted' | 'lookingUp' | 'done' | 'pending' | 'gone' | 'noPods';
    }
  /** `partly`: only some instances were restarted. `pods`: the instances of a restart. */
  | {
      readonly state: 'working' | 'partly' | 'notDone' | 'unknown';
      readonly error?: RequestErrorFacts;
      readonly pods?: readonly PodResult[];
    };

/** Access to the browser, the network and the clock; tests replace it. */
export interface ActionDeps {
  now(): number;
  wait(ms: number): Promise<void>;
  newKey(): string;
  /** The live record; undefined if it no longer exists. Rejects with a ClientError. */
  read(item: ActionItem): Promise<JsonObject | undefined>;
  sendDelete(item: ActionItem): Promise<Answer>;
  readPods(item: ActionItem): Promise<readonly PodRecord[]>;
  /** Undefined if the service answers with plain text. */
  sendRestart(item: ActionItem, podName: string): Promise<Answer | undefined>;
  /** Remembers the instances before a restart of `expected` of them, for the page of the deployment. */
  rememberPods(item: ActionItem, pods: readonly PodRecord[], expected: number): void;
  /** Rejects if the browser refuses. */
  store(request: SentRequest): Promise<void>;
  /** Records the outcome of a delete that was recorded without one. Never rejects. */
  settle(item: ActionItem, outcome: RequestOutcome): Promise<void>;
}
