import type { DeploymentRecord } from '#src/domain/lookup/deployment-record.ts';
import type { Mismatch } from '#src/client/answer-mismatch.ts';
import type { ClientError } from '#src/client/errors.ts';
import { isSamePlace, type NamedPlace } from '#src/client/place.ts';
import type { Sighting } from '#src/domain/lookup/candidates.ts';
import { asObject, isJsonObject } from '#src/json/value.ts';

const MAX_ATTEMPTS = 50;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** How far an attempt has come. Up to `reconciling` nobody knows yet what became of it. */
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

/** What is wanted: exactly this text, there. */
export interface Intent {
  readonly place: NamedPlace;
  readonly body: string;
}

/** The deployment an attempt made. */
export interface AttemptAnswer extends DeploymentRecord {
  /** Absent if it was found by looking. */
  readonly status?: number;
  readonly requestId?: string | undefined;
}

/** Why no good answer came, as plain data. */
export interface AttemptError {
  readonly kind: ClientError['kind'] | 'stopped' | 'gone';
  readonly message: string;
  /** In what the answer is about another deployment, and the ID of that. */
  readonly mismatches?: readonly Mismatch[];
  readonly answeredId?: string;
  readonly status?: number;
  readonly code?: string;
  readonly reason?: string;
  readonly requestId?: string | undefined;
  readonly retryAfterS?: number | undefined;
}

/** One intended create, from before it is sent until it is known what became of it. Never holds a credential. */
export interface Attempt extends Intent {
  /** Shape of this record; one that this code does not know is left alone. */
  readonly version: 1;
  /** The Idempotency-Key: the server knows the attempt by it. */
  readonly key: string;
  /** The document it was made from. */
  readonly document: string;
  readonly name: string;
  /** When it was sent last, milliseconds since 1970 by this machine's clock. */
  readonly sentAt: number;
  /** When it was first sent under this key, if that was earlier: its deployment may be as old as that. */
  readonly firstSentAt?: number;
  /** When this page had no longer anything on its way. */
  readonly endedAt?: number;
  readonly state: AttemptState;
  /** The target's clock minus this machine's, milliseconds. */
  readonly clockOffsetMs?: number | undefined;
  readonly answer?: AttemptAnswer;
  readonly error?: AttemptError;
  /** What the last look showed, where it does not tell for certain. */
  readonly sighting?: Sighting;
  /** When the deployment it created was found to be deleted, milliseconds since 1970. */
  readonly goneAt?: number;
  /** True once a new document was started in the place of this one. */
  readonly isDismissed?: boolean;
}

/** Makes the key of one attempt: 128 random bits as hex. crypto.randomUUID is absent on pages without TLS. */
function newAttemptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The attempt for an intent. It has the key of the last one only if that was refused for want of a token and
 * wanted the same: then nothing was done, and it is still the same intent. Every other one is new.
 */
export function intend(intent: Intent, document: string, last: Attempt | undefined, now: number) {
  const goesOn = last?.error !== undefined && wantsSignIn(last) && isSameIntent(last, intent);
  const attempt: Attempt = {
    ...intent,
    version: 1,
    ...(goesOn ? { key: last.key, firstSentAt: firstSentAt(last) } : { key: newAttemptKey() }),
    document,
    name: nameIn(intent.body),
    sentAt: now,
    state: 'intended',
  };
  return attempt;
}

/** When anything was first sent under the key of an attempt, milliseconds since 1970. */
export function firstSentAt(attempt: Attempt): number {
  return Math.min(attempt.firstSentAt ?? attempt.sentAt, attempt.sentAt);
}

/** The same attempt, about to be sent once more under its key. */
export function resend(attempt: Attempt, now: number): Attempt {
  return { ...attempt, state: 'intended', sentAt: now, firstSentAt: firstSentAt(attempt) };
}

/** True while the deployment may exist and nobody has looked: nothing else may be sent for the document. */
export function isOpen({ state }: Attempt): boolean {
  return needsLooking(state) || state === 'ambiguous';
}

/** True for states that looking can bring to an end. */
export function needsLooking(state: AttemptState): boolean {
  return state === 'intended' || state === 'sent' || state === 'unknown' || state === 'reconciling';
}

/** True if nothing was done because a good token, or the access secret of the server, was missing: the attempt may go on with it. */
export function wantsSignIn({ state, error, place }: Attempt): boolean {
  if (state !== 'rejected' || error === undefined) return false;
  if (error.code === 'BUILDER.access_needed') return true;
  return place.needsToken && (error.status === 401 || error.code === 'IEF.011005');
}

/** True if it created a deployment that exists, as far as anybody knows. */
export function hasMade(
  attempt: Attempt,
): attempt is Attempt & { state: 'created'; answer: AttemptAnswer } {
  return (
    attempt.state === 'created' && attempt.answer !== undefined && attempt.goneAt === undefined
  );
}

/** True if both would make the same deployment at the same place. */
export function isSameIntent(a: Intent, b: Intent): boolean {
  return a.body === b.body && isSamePlace(a.place, b.place);
}

/**
 * The attempt that another must wait for: an open one of the same document or for the same name at the same
 * place, or one that has made exactly this already.
 */
export function rivalOf(attempt: Attempt, all: readonly Attempt[]): Attempt | undefined {
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

/** What has to go before one more is recorded: what is old, and of too many those first whose end is known. */
export function surplus(all: readonly Attempt[], now: number): readonly Attempt[] {
  const isOld = ({ sentAt }: Attempt) => now - sentAt > MAX_AGE_MS;
  const young = all.filter((attempt) => !isOld(attempt)).toSorted((a, b) => b.sentAt - a.sentAt);
  const kept = [...young.filter(isOpen), ...young.filter((attempt) => !isOpen(attempt))];
  return [...all.filter(isOld), ...kept.slice(MAX_ATTEMPTS - 1)];
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

/** True for a record this code can read: what it shows, sorts by or looks up has the shape that it was given. */
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

/** True for a time that can be shown. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function nameIn(body: string): string {
  const { name } = asObject(JSON.parse(body) as unknown);
  return typeof name === 'string' ? name : '';
}
