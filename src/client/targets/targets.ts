import { queryOptions } from '@tanstack/react-query';
import { asList, asObject } from '#src/json/value.ts';
import type { Edition } from '#src/domain/core/context.ts';
import { send } from '../http/request.ts';

/** Who shows that a request may be made: nobody (the mock), the person with a token, or the server with what it holds. */
export type Auth = 'none' | 'token' | 'password' | 'aksk';

/** True if the server itself holds what the target is opened with. */
export function isHeldByServer({ auth }: Pick<Target, 'auth'>): boolean {
  return auth === 'password' || auth === 'aksk';
}

/** True if a person's token opens the target. */
export function needsToken({ auth }: Pick<Target, 'auth'>): boolean {
  return auth === 'token';
}

const auths: readonly Auth[] = ['none', 'token', 'password', 'aksk'];

/** A configured endpoint, as the server tells it; never with a secret. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string;
  readonly edition: Edition;
  /** Set if the server's configuration fixes the project. */
  readonly projectId: string | undefined;
  readonly auth: Auth;
}

/** How long after a failure the targets are asked for again, in milliseconds. */
const RETRY_MS = 10_000;

/** The targets the server knows. Asked for again until the server answers: without them nothing can be sent. */
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
  // What does not say that it is the mock is treated as real.
  const kind = target.kind === 'mock' ? 'mock' : 'live';
  return {
    id: text('id'),
    label: text('label') || text('id'),
    kind,
    region: text('region'),
    edition: target.edition === 'platinum' ? 'platinum' : 'professional',
    // As the page writes project IDs, whatever the configuration does.
    projectId: text('projectId').toLowerCase() || undefined,
    // Of a kind there is not, a token is the safe guess: nothing is sent without one.
    auth: auths.find((auth) => auth === target.auth) ?? (kind === 'live' ? 'token' : 'none'),
  };
}
