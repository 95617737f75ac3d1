import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { makeProxyResponse, forwardedHeaders, type ProxyResponse } from './proxy-response.ts';
import type { UpstreamOutcome } from './attempts.ts';
import type { ProxyRoute } from './routes.ts';
import type { ProxyTarget } from './target.ts';
import {
  UpstreamFailure,
  type UpstreamResponse,
  type UpstreamRequest,
} from './upstream/upstream.ts';

/**
 * Sends a request and returns its outcome: a response or an HttpProblem. If the target refused credentials that could
 * be renewed, the request is sent again: a refused request was not carried out. Rejects only for a bug.
 */
export async function sendUpstream(
  target: Pick<ProxyTarget, 'upstream' | 'authorizer'>,
  request: UpstreamRequest,
  route: ProxyRoute,
  callerToken: string,
): Promise<UpstreamOutcome> {
  const { authorizer } = target;
  try {
    let { response, credentials } = await trySend(target, request, callerToken);
    if (await authorizer.recoverFrom(response, credentials)) {
      ({ response, credentials } = await trySend(target, request, callerToken));
    }
    const secrets = { ownSecrets: authorizer.secrets(credentials), callerToken };
    const refusal = authorizer.explain(response);
    if (refusal !== undefined) {
      const { message, reason } = refusal;
      const headers = forwardedHeaders(response, secrets);
      throw new HttpProblem('BUILDER.credentials_refused', message, { reason, headers });
    }
    const result = makeProxyResponse(response, route, secrets);
    return { result, mayHaveCreated: mayHaveCreated(result) };
  } catch (error) {
    const problem = error instanceof UpstreamFailure ? toProblem(error) : error;
    if (!(problem instanceof HttpProblem)) throw error;
    return { result: problem, mayHaveCreated: isUnknown(problem) };
  }
}

/** One attempt: the credentials and the response. */
interface SentRequest {
  readonly response: UpstreamResponse;
  readonly credentials: Readonly<Record<string, string>>;
}

async function trySend(
  { upstream, authorizer }: Pick<ProxyTarget, 'upstream' | 'authorizer'>,
  request: UpstreamRequest,
  callerToken: string,
): Promise<SentRequest> {
  const credentials = await authorizer.authorize(request, callerToken);
  const { method, path, body } = request;
  const headers = { ...request.headers, ...credentials };
  return { response: await upstream({ method, path, headers, body }), credentials };
}

/** 2xx created; a server error may have; after a client error the request was not carried out. */
function mayHaveCreated({ status }: ProxyResponse): boolean {
  return status < 300 || status >= 500;
}

function isUnknown({ code }: HttpProblem): boolean {
  // A redirected create keeps its key, in case the target did more than redirect.
  return (
    code === 'BUILDER.outcome_unknown' ||
    code === 'BUILDER.outcome_unknown_timeout' ||
    code === 'BUILDER.upstream_redirect'
  );
}

function toProblem(failure: UpstreamFailure): HttpProblem {
  const extras = { reason: failure.reason, cause: failure };
  if (!failure.mayHaveArrived) return new HttpProblem('BUILDER.not_sent', failure.message, extras);
  const code =
    failure.reason === 'timeout' ? 'BUILDER.outcome_unknown_timeout' : 'BUILDER.outcome_unknown';
  return new HttpProblem(code, failure.message, extras);
}
