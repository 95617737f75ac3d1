import type { RequestOutcome, SentRequest } from '#src/client/requests/sent-request.ts';
import type { Attempt, AttemptState } from './attempt.ts';

const outcomes: Readonly<Record<Exclude<AttemptState, 'settled'>, RequestOutcome>> = {
  intended: 'sent',
  sent: 'sent',
  unknown: 'sent',
  reconciling: 'sent',
  ambiguous: 'unknown',
  created: 'done',
  rejected: 'notDone',
  notFound: 'notDone',
};

/**
 * An attempt as an entry of the history of requests; undefined if the user dismissed it, because the entry then stays as
 * it is.
 */
export function requestOf(attempt: Attempt): SentRequest | undefined {
  const { key, place, name, body, sentAt, endedAt, state, answer, error } = attempt;
  if (state === 'settled' || attempt.isDismissed) return undefined;
  const status = answer?.status ?? error?.status;
  const requestId = answer?.requestId ?? error?.requestId;
  return {
    version: 1,
    key: `create ${key}`,
    action: 'create',
    place,
    deploymentId: answer?.id ?? '',
    name,
    body,
    sentAt,
    outcome: outcomes[state],
    ...(endedAt !== undefined && { endedAt }),
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
    ...(error && { error: { code: error.code ?? '', message: error.message } }),
  };
}
