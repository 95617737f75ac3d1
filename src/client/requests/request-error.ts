import { errorFacts } from '../http/error-facts.ts';
import type { SentRequest } from './sent-request.ts';

/** Why a request was not done, as its record keeps it. */
export function recordedError(error: unknown): Pick<SentRequest, 'status' | 'requestId' | 'error'> {
  if (error === undefined) return {};
  const { status, code = '', message, requestId } = errorFacts(error);
  return {
    error: { code, message },
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
  };
}
