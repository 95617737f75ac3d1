import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { ProxyTarget } from './target.ts';

const INSTANCE_ID = /^[A-Za-z0-9-]{1,64}$/;

/** Vendor tokens have 1 to 100,000 characters of visible ASCII (docs/sources.md, section 8). */
const MAX_TOKEN_LENGTH = 100_000;
const NOT_VISIBLE = /[^\x21-\x7e]/;

/**
 * All headers a target gets, except those for authentication (src/server/auth/; docs/sources.md, section 8).
 * `instance` comes from {@link instanceFor}.
 */
export function makeUpstreamHeaders(
  incoming: Headers,
  target: ProxyTarget,
  { instance, hasBody }: { readonly instance: string; readonly hasBody: boolean },
): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'ief-deploy/0',
  };
  if (instance !== '') headers['ief-instance-id'] = instance;
  if (hasBody) headers['content-type'] = 'application/json';
  const fault = target.kind === 'mock' ? incoming.get('x-mock-fault') : null;
  if (fault !== null) headers['x-mock-fault'] = fault;
  return headers;
}

/**
 * Returns the caller's token, empty if there is none. Throws HttpProblem bad_header for characters that tokens cannot
 * contain, token_missing if the target needs one.
 */
export function readCallerToken(incoming: Headers, { auth }: Pick<ProxyTarget, 'auth'>): string {
  const token = incoming.get('x-auth-token') ?? '';
  if (auth === 'token' && token === '') {
    throw new HttpProblem('BUILDER.token_missing', 'This target needs a token in X-Auth-Token.');
  }
  if (!isToken(token)) {
    throw new HttpProblem(
      'BUILDER.bad_header',
      'X-Auth-Token is too long or contains invalid characters.',
    );
  }
  return token;
}

/** True for a text that can be a token, or is empty. */
export function isToken(text: string): boolean {
  return text.length <= MAX_TOKEN_LENGTH && !NOT_VISIBLE.test(text);
}

/**
 * Returns the instance a request is for: the target's fixed one, otherwise the caller's; empty means professional.
 * Throws HttpProblem bad_header for an invalid ID, not_this_project for an ID other than the fixed one.
 */
export function instanceFor(incoming: Headers, target: ProxyTarget): string {
  const requested = incoming.get('ief-instance-id') ?? '';
  if (requested !== '' && !INSTANCE_ID.test(requested)) {
    throw new HttpProblem(
      'BUILDER.bad_header',
      'ief-instance-id must be 1 to 64 letters, digits and hyphens.',
    );
  }
  if (target.instanceId === null) return requested;
  if (requested !== '' && requested !== target.instanceId) {
    throw new HttpProblem('BUILDER.not_this_project', 'The target is bound to another instance.');
  }
  return target.instanceId;
}
