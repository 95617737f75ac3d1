import { Problem } from '#src/server/http/problem.ts';
import { makeAnswer, type ProxyAnswer } from './answer.ts';
import type { Outcome } from './attempts.ts';
import type { ProxyRoute } from './routes.ts';
import { UpstreamFailure, type Upstream, type UpstreamRequest } from './upstream.ts';

/**
 * Sends a request once and says what came of it: an answer, or a Problem in place of one.
 * Rejects only for a mistake of ours.
 */
export async function send(
  upstream: Upstream,
  request: UpstreamRequest,
  route: ProxyRoute,
): Promise<Outcome> {
  try {
    const answer = await upstream(request);
    const result = makeAnswer(answer, route, request.headers['x-auth-token'] ?? '');
    return { result, mayHaveCreated: mayHaveCreated(result) };
  } catch (error) {
    const problem = error instanceof UpstreamFailure ? toProblem(error) : error;
    if (!(problem instanceof Problem)) throw error;
    return { result: problem, mayHaveCreated: isUnknown(problem) };
  }
}

/** 2xx created; a server error may have; a client error says the request was not carried out. */
function mayHaveCreated({ status }: ProxyAnswer): boolean {
  return status < 300 || status >= 500;
}

function isUnknown({ code }: Problem): boolean {
  // A redirect counts as unknown: 303 is also how some services say "done, look over there".
  return (
    code === 'BUILDER.outcome_unknown' ||
    code === 'BUILDER.outcome_unknown_timeout' ||
    code === 'BUILDER.upstream_redirect'
  );
}

function toProblem(failure: UpstreamFailure): Problem {
  const extras = { reason: failure.reason, cause: failure };
  if (!failure.mayHaveArrived) return new Problem('BUILDER.not_sent', failure.message, extras);
  const code =
    failure.reason === 'timeout' ? 'BUILDER.outcome_unknown_timeout' : 'BUILDER.outcome_unknown';
  return new Problem(code, failure.message, extras);
}
