import { queryOptions } from '@tanstack/react-query';
import { asList, asObject } from '#src/json/value.ts';
import type { Edition } from '#src/domain/core/context.ts';
import { send } from '../http/request.ts';

/** How requests are authorized: not at all (the mock), by the user's token, or by credentials of the server. */
export type Auth = 'none' | 'token' | 'password' | 'aksk';

/** True if the server holds the credentials of the target. */
export function isHeldByServer({ auth }: Pick<Target, 'auth'>): boolean {
  return auth === 'password' || auth === 'aksk';
}

/** True if the user's token opens the target. */
export function needsToken({ auth }: Pick<Target, 'auth'>): boolean {
  return auth === 'token';
}

const auths: readonly Auth[] = ['none', 'token', 'password', 'aksk'];

/** A configured endpoint. The server never includes a secret. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string;
  readonly edition: Edition;
  /** Set if the server's configuration fixes the project. */
  readonly projectId: string | undefined;
  /** Known only if Huawei Cloud publishes it. */
  readonly endpoint?: string | undefined;
  readonly auth: Auth;
}

const RETRY_MS = 10_000;

/** The configured targets. Retried until the server responds, because without them nothing can be sent. */
export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<readonly Target[]> => {
    const { json } = await send('/api/targets', { signal });
    return asList(asObject(json).targets).map(toTargetRecord);
  },
  refetchInterval: ({ state }) => (state.status === 'error' ? RETRY_MS : false),
});

function toTargetRecord(value: unknown): Target {
  const target = asObject(value);
  const text = (key: string) => (typeof target[key] === 'string' ? target[key] : '');
  // Anything that is not clearly the mock is treated as live.
  const kind = target.kind === 'mock' ? 'mock' : 'live';
  return {
    id: text('id'),
    label: text('label') || text('id'),
    kind,
    region: text('region'),
    edition: target.edition === 'platinum' ? 'platinum' : 'professional',
    // Lower case, whatever the configuration uses.
    projectId: text('projectId').toLowerCase() || undefined,
    endpoint: text('endpoint') || undefined,
    // An unknown kind is treated as needing a token, so that nothing is sent without one.
    auth: auths.find((auth) => auth === target.auth) ?? (kind === 'live' ? 'token' : 'none'),
  };
}
