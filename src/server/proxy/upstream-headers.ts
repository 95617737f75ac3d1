import { Problem } from '#src/server/http/problem.ts';
import type { Target } from './target.ts';

const INSTANCE_ID = /^[A-Za-z0-9-]{1,64}$/;

/** Visible ASCII; the vendor gives tokens 1 to 100,000 characters (docs/sources.md, section 8). */
const TOKEN = /^[\x21-\x7e]{1,100000}$/;

/**
 * The complete list of headers a target gets, all set by us (docs/sources.md, section 8).
 * Throws Problem bad_header for a token or instance of a form it cannot have, token_missing if the
 * target needs a token and there is none, not_this_project for another instance than the fixed one.
 */
export function makeUpstreamHeaders(
  incoming: Headers,
  target: Target,
  hasBody: boolean,
): Record<string, string> {
  const instance = instanceFor(incoming, target);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'ief-deploy/0',
    'x-auth-token': tokenFor(incoming, target),
  };
  if (instance !== '') headers['ief-instance-id'] = instance;
  if (hasBody) headers['content-type'] = 'application/json';
  const fault = incoming.get('x-mock-fault');
  if (target.kind === 'mock' && fault !== null) headers['x-mock-fault'] = fault;
  return headers;
}

function tokenFor(incoming: Headers, target: Target): string {
  const token = incoming.get('x-auth-token') ?? '';
  if (token === '') {
    if (target.ownToken !== undefined) return target.ownToken;
    throw new Problem('BUILDER.token_missing', 'This target needs a token in X-Auth-Token.');
  }
  if (!TOKEN.test(token)) {
    throw new Problem('BUILDER.bad_header', 'X-Auth-Token has characters a token cannot have.');
  }
  return token;
}

/** The instance a request is for: the target's fixed one, else the caller's; empty means professional. */
export function instanceFor(incoming: Headers, target: Target): string {
  const asked = incoming.get('ief-instance-id') ?? '';
  if (asked !== '' && !INSTANCE_ID.test(asked)) {
    throw new Problem(
      'BUILDER.bad_header',
      'ief-instance-id may have letters, digits and hyphens, at most 64.',
    );
  }
  if (target.instanceId === null) return asked;
  if (asked !== '' && asked !== target.instanceId) {
    throw new Problem('BUILDER.not_this_project', 'The target is bound to another instance.');
  }
  return target.instanceId;
}
