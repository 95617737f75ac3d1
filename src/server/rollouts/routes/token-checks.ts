import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';

/** How long a token that the target accepted is not checked again, in milliseconds. */
const TRUST_MS = 60_000;
/** How long lists, which pages read every few seconds, do not ask again about a token that the target refused. */
const REFUSED_MS = 10_000;

/** Asks targets whether they accept the tokens of callers, and remembers the answers; of tokens, only a keyed hash. */
export interface TokenChecks {
  /** Throws HttpProblem token_refused; not_sent if the target cannot say; rate_limited. */
  check(place: TargetPlace, token: string, peer: string): Promise<void>;
  /** True if the target refused the token a moment ago. */
  wasRefused(place: TargetPlace, token: string): boolean;
}

export function createTokenChecks(
  { callTargetOf, clock }: Pick<RolloutService, 'callTargetOf' | 'clock'>,
  limits: LiveLimits | undefined,
): TokenChecks {
  const secret = randomBytes(32);
  const remember = (ttl: number) =>
    new LRUCache<string, true>({
      max: 10_000,
      ttl,
      ttlResolution: 0,
      perf: { now: clock.elapsed },
    });
  const trusted = remember(TRUST_MS);
  const refused = remember(REFUSED_MS);

  function keyOf({ target, projectId, instanceId }: TargetPlace, token: string): string {
    return createHmac('sha256', secret)
      .update(JSON.stringify([target, projectId, instanceId, token]))
      .digest('base64');
  }

  return {
    async check(place, token, peer) {
      const key = keyOf(place, token);
      if (trusted.has(key)) return;
      limits?.peer?.take(peer);
      const outcome = await callTargetOf(place)?.(
        { endpoint: 'listDeployments', query: { limit: '1' } },
        token,
      );
      if (outcome?.kind === 'ok') {
        trusted.set(key, true);
        refused.delete(key);
        return;
      }
      if (outcome?.kind === 'later') {
        throw new HttpProblem(
          'BUILDER.not_sent',
          'The target cannot check the token at the moment.',
        );
      }
      refused.set(key, true);
      throw new HttpProblem(
        'BUILDER.token_refused',
        'The target does not accept this token for the project.',
      );
    },
    wasRefused: (place, token) => refused.has(keyOf(place, token)),
  };
}
