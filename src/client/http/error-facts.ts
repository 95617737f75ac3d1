import { isClientError } from './errors.ts';

/** An error of a request as plain data. */
export interface RequestErrorFacts {
  readonly kind: string;
  readonly message: string;
  readonly status?: number;
  readonly code?: string;
  readonly reason?: string;
  readonly requestId?: string | undefined;
}

export function errorFacts(error: unknown): RequestErrorFacts {
  if (!isClientError(error))
    return { kind: 'contract', message: error instanceof Error ? error.message : '' };
  const { kind, message } = error;
  if (error.kind !== 'http') return { kind, message };
  const { status, code, reason, requestId } = error;
  return { kind, message, status, code, reason, requestId };
}
