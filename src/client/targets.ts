import { queryOptions } from '@tanstack/react-query';
import { asList, asObject } from '#src/domain/core/json.ts';
import type { Edition } from '#src/domain/core/rule.ts';
import { send } from './request.ts';

/** A configured endpoint, as the server tells it; never with a secret. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string;
  readonly edition: Edition;
  /** Set if the server's configuration fixes the project. */
  readonly projectId: string | undefined;
  readonly auth: string;
}

/** The targets the server knows. */
export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<readonly Target[]> => {
    const { json } = await send('/api/targets', { signal });
    return asList(asObject(json).targets).map(toTargetRecord);
  },
});

function toTargetRecord(value: unknown): Target {
  const target = asObject(value);
  const text = (key: string) => (typeof target[key] === 'string' ? target[key] : '');
  return {
    id: text('id'),
    label: text('label') || text('id'),
    kind: target.kind === 'live' ? 'live' : 'mock',
    region: text('region'),
    edition: target.edition === 'platinum' ? 'platinum' : 'professional',
    projectId: text('projectId') || undefined,
    auth: text('auth'),
  };
}
