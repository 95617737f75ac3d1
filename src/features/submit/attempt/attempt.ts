import type { DeploymentRecord } from '#src/domain/lookup/deployment-record.ts';
import type { Mismatch } from '#src/client/http/answer-mismatch.ts';
import type { ClientError } from '#src/client/http/errors.ts';
import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import type { Candidates } from '#src/domain/lookup/candidates.ts';
import { asObject, isJsonObject } from '#src/json/value.ts';

const MAX_ATTEMPTS = 50;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** The progress of an attempt. The outcome is unknown for the states up to `reconciling`. */
export type AttemptState =
  | 'intended'
  | 'sent'
  | 'unknown'
  | 'reconciling'
  | 'ambiguous'
  | 'created'
  | 'rejected'
  | 'notFound'
  | 'settled';

/** A create of exactly this text at this place. */
export interface Intent {
  readonly place: NamedPlace;
  readonly body: string;
}

/** The deployment that an attempt created. */
export interface AttemptAnswer extends DeploymentRecord {
  /** Absent if the deployment was found by a lookup. */
  readonly status?: number;
  readonly requestId?: string | undefined;
}

/** Why there was no usable response, as plain data. */
export interface AttemptError {
  readonly kind: ClientError['kind'] | 'stopped' | 'gone';
  readonly message: string;
  /** How the response differs from the request, and the ID in the response. */
  readonly mismatches?: readonly Mismatch[];
  readonly answeredId?: string;
  readonly status?: number;
  readonly code?: string;
  readonly reason?: string;
  readonly requestId?: string | undefined;
  readonly retryAfterS?: number | undefined;
}

/** One intended create, from before it is sent until its outcome is known. Never holds a credential. */
export interface Attempt extends Intent {
  /** Version of this record; records of other versions are ignored. */
  readonly version: 1;
  /** The Idempotency-Key: it identifies the attempt to the server. */
  readonly key: string;
  /** The ID of its document. */
  readonly document: string;
  readonly name: string;
  /** When it was last sent, milliseconds since 1970 by this machine's clock. */
  readonly sentAt: number;
  /** When it was first sent under this key, if earlier. Its deployment may be that old. */
  readonly firstSentAt?: number;
  /** When the request ended. */
  readonly endedAt?: number;
  readonly state: AttemptState;
  /** The target's clock minus this machine's, milliseconds. */
  readonly clockOffsetMs?: number | undefined;
  readonly answer?: AttemptAnswer;
  readonly error?: AttemptError;
  /** Candidates from the last list, if the outcome is uncertain. Stored records have this key. */
  readonly sighting?: Candidates;
  /** When the page detected that its deployment was deleted, milliseconds since 1970. */
  readonly goneAt?: number;
  /** True once a new document replaced this one. */
  readonly isDismissed?: boolean;
}

/** 128 random bits as hex. crypto.randomUUID does not exist on pages without TLS. */
export function newAttemptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface AttemptOrigin {
  readonly document: string;
  readonly last: Attempt | undefined;
  readonly now: number;
  readonly newKey: string;
}

/**
 * Creates the attempt for an intent. Reuses the key of the last attempt only if that had the same intent and was
 * rejected for lack of a token, so that nothing was done. Otherwise it gets the new key.
 */
export function createAttempt(
  intent: Intent,
  { document, last, now, newKey }: AttemptOrigin,
): Attempt {
  const isSame = last?.error !== undefined && wantsSignIn(last) && isSameIntent(last, intent);
  return {
    ...intent,
    version: 1,
    ...(isSame ? { key: last.key, firstSentAt: firstSentAt(last) } : { key: newKey }),
    document,
    name: nameIn(intent.body),
    sentAt: now,
    state: 'intended',
  };
}

/** When the key of an attempt was first used, milliseconds since 1970. */
export function firstSentAt(attempt: Attempt): number {
  return Math.min(attempt.firstSentAt ?? attempt.sentAt, attempt.sentAt);
}

/** The attempt, to be sent again under its key. */
export function resend(attempt: Attempt, now: number): Attempt {
  return { ...attempt, state: 'intended', sentAt: now, firstSentAt: firstSentAt(attempt) };
}

/** True while the outcome is unknown: until then, nothing else may be sent for the document. */
export function isOpen({ state }: Attempt): boolean {
  return needsLookup(state) || state === 'ambiguous';
}

/** True for states that a lookup can resolve. */
export function needsLookup(state: AttemptState): boolean {
  return state === 'intended' || state === 'sent' || state === 'unknown' || state === 'reconciling';
}

/** True if it was rejected only for lack of a token or of the access secret: with one, it may continue. */
export function wantsSignIn({ state, error, place }: Attempt): boolean {
  if (state !== 'rejected' || error === undefined) return false;
  if (error.code === 'BUILDER.access_needed') return true;
  return place.needsToken && (error.status === 401 || error.code === 'IEF.011005');
}

/** True if it created a deployment and, as far as the page knows, that still exists. */
export function hasCreated(
  attempt: Attempt,
): attempt is Attempt & { state: 'created'; answer: AttemptAnswer } {
  return (
    attempt.state === 'created' && attempt.answer !== undefined && attempt.goneAt === undefined
  );
}

/** True if both would create the same deployment at the same place. */
export function isSameIntent(a: Intent, b: Intent): boolean {
  return a.body === b.body && isSamePlace(a.place, b.place);
}

/**
 * Finds the attempt that conflicts with a new one: an open attempt of the same document, or with the same name at the
 * same place, or an attempt that already created exactly this.
 */
export function conflictingAttempt(attempt: Attempt, all: readonly Attempt[]): Attempt | undefined {
  const others = all.filter(({ key }) => key !== attempt.key);
  return (
    others.find(
      (other) =>
        isOpen(other) &&
        (other.document === attempt.document ||
          (other.name === attempt.name && isSamePlace(other.place, attempt.place))),
    ) ??
    others.find(
      (other) =>
        other.state === 'created' && other.goneAt === undefined && isSameIntent(other, attempt),
    )
  );
}

/**
 * The attempts to delete before recording another one: expired ones, and the oldest finished ones beyond the maximum.
 */
export function surplus(all: readonly Attempt[], now: number): readonly Attempt[] {
  const isExpired = ({ sentAt }: Attempt) => now - sentAt > MAX_AGE_MS;
  const current = all
    .filter((attempt) => !isExpired(attempt))
    .toSorted((a, b) => b.sentAt - a.sentAt);
  const kept = [...current.filter(isOpen), ...current.filter((attempt) => !isOpen(attempt))];
  return [...all.filter(isExpired), ...kept.slice(MAX_ATTEMPTS - 1)];
}

/** The newest attempt that the user has not dismissed, of attempts sorted newest first. */
export function newestOf(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.find(({ state }) => state !== 'settled');
}

/** A transport error as plain data. */
export function toAttemptError(error: ClientError): AttemptError {
  const { kind, message } = error;
  if (error.kind === 'mismatch') {
    const { mismatches, answeredId, status, requestId } = error;
    return { kind, message, mismatches, answeredId, status, requestId };
  }
  if (error.kind !== 'http') return { kind, message };
  const { status, code, reason, requestId, retryAfterS } = error;
  return { kind, message, status, code, reason, requestId, retryAfterS };
}

const STATES: readonly unknown[] = [
  'intended',
  'sent',
  'unknown',
  'reconciling',
  'ambiguous',
  'created',
  'rejected',
  'notFound',
  'settled',
] satisfies readonly AttemptState[];

/** True for a record this code can read: every key that it uses has the expected type. */
export function isAttempt(record: unknown): record is Attempt {
  if (!isJsonObject(record) || record.version !== 1) return false;
  const { sentAt, firstSentAt, endedAt, goneAt, clockOffsetMs, answer, error } = record;
  return (
    hasTexts(record, ['key', 'document', 'name', 'body']) &&
    STATES.includes(record.state) &&
    isTime(sentAt) &&
    [firstSentAt, endedAt, goneAt].every((time) => time === undefined || isTime(time)) &&
    (clockOffsetMs === undefined || Number.isFinite(clockOffsetMs)) &&
    hasTexts(record.place, ['targetId', 'projectId', 'edition', 'instanceId', 'label']) &&
    (answer === undefined || hasTexts(answer, ['id', 'name', 'state', 'createdAt'])) &&
    (error === undefined || hasTexts(error, ['kind', 'message']))
  );
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isJsonObject(value) && keys.every((key) => typeof value[key] === 'string');
}

/** True for a time that Date can format. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function nameIn(body: string): string {
  const { name } = asObject(JSON.parse(body) as unknown);
  return typeof name === 'string' ? name : '';
}
