import type { PodResult } from '#src/domain/health/pod-result.ts';
import type { NamedPlace } from '../session/place.ts';
import { isJsonList, isJsonObject, type JsonObject } from '#src/json/value.ts';

/** What a request asked for. `restart` restarts all instances of a deployment, with one request for each. */
export type RequestAction = 'create' | 'update' | 'delete' | 'restart' | 'restartPod' | 'deletePod';

/** How it ended. `sent`: it has not ended, or the page was closed before it did. `partly`: only for some instances. */
export type RequestOutcome = 'sent' | 'done' | 'partly' | 'notDone' | 'unknown';

/** A request that this browser sent. Never holds a credential. */
export interface SentRequest {
  /** Version of this record; records of other versions are ignored. */
  readonly version: 1;
  readonly key: string;
  readonly action: RequestAction;
  readonly place: NamedPlace;
  /** Empty for a create without a known outcome. */
  readonly deploymentId: string;
  readonly name: string;
  /** The instances that it concerns, if it does not concern the whole deployment. */
  readonly pods?: readonly PodResult[];
  /** The exact text that was sent; empty if the request has no body. */
  readonly body: string;
  /** The whole document before the request, for going back to it. */
  readonly before?: JsonObject;
  /** When it was sent, milliseconds since 1970. */
  readonly sentAt: number;
  readonly endedAt?: number;
  readonly outcome: RequestOutcome;
  readonly status?: number;
  readonly requestId?: string;
  /** Why it was not done, or why its outcome is unknown. */
  readonly error?: { readonly code: string; readonly message: string };
}

const MAX_REQUESTS = 200;
const MAX_AGE_MS = 90 * 24 * 60 * 60 * 1000;
/** Of all bodies together. */
const MAX_CHARACTERS = 20_000_000;

/** The requests to delete, of requests sorted newest first: old ones, and those beyond the bounds of number and size. */
export function surplusRequests(all: readonly SentRequest[], now: number): readonly SentRequest[] {
  let size = 0;
  return all.filter(({ sentAt, body, before }, index) => {
    size += body.length + (before === undefined ? 0 : JSON.stringify(before).length);
    return (
      index >= MAX_REQUESTS || now - sentAt > MAX_AGE_MS || (size > MAX_CHARACTERS && index > 0)
    );
  });
}

const actions: readonly unknown[] = [
  'create',
  'update',
  'delete',
  'restart',
  'restartPod',
  'deletePod',
] satisfies RequestAction[];
const outcomes: readonly unknown[] = [
  'sent',
  'done',
  'partly',
  'notDone',
  'unknown',
] satisfies RequestOutcome[];

/** True for a record that this code can read. */
export function isSentRequest(record: unknown): record is SentRequest {
  if (!isJsonObject(record) || record.version !== 1) return false;
  const { action, outcome, sentAt, place, before, pods } = record;
  return (
    hasTexts(record, ['key', 'deploymentId', 'name', 'body']) &&
    actions.includes(action) &&
    outcomes.includes(outcome) &&
    typeof sentAt === 'number' &&
    !Number.isNaN(new Date(sentAt).getTime()) &&
    (before === undefined || isJsonObject(before)) &&
    (pods === undefined ||
      (isJsonList(pods) && pods.every((pod) => hasTexts(pod, ['name', 'outcome'])))) &&
    hasTexts(place, ['targetId', 'projectId', 'edition', 'instanceId', 'label'])
  );
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isJsonObject(value) && keys.every((key) => typeof value[key] === 'string');
}

/** 128 random bits as hex. crypto.randomUUID does not exist on pages without TLS. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
