import { answerProblem, Problem } from './problem.ts';
import type { Log } from './request-log.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** What is found out about a request on its way, for its log line and its headers. */
export interface Trace {
  readonly requestId: string;
  /** The route's template; `page` for the page and its files. */
  route: string;
  target?: string;
  /** What was thrown, if anything was. */
  error?: Error;
}

/** What the frame around every answer needs. */
export interface FrameOptions {
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly isHostAllowed: (host: string | null) => boolean;
  /** True where people reach the server by https. */
  readonly secure: boolean;
  /** False while the server is being stopped. */
  readonly isReady: () => boolean;
}

const PROBES = ['/healthz', '/readyz'];

/**
 * Puts the same frame around every request: host list first (the probes skip it), then the
 * handler, then security headers, request id and one log line. The result never rejects.
 */
export function frameAnswers(
  handle: (request: Request, trace: Trace) => Promise<Response>,
  options: FrameOptions,
): (request: Request) => Promise<Response> {
  const { now, newId, log, isHostAllowed, secure, isReady } = options;
  return async (request) => {
    const startedAt = now();
    const trace: Trace = { requestId: newId(), route: 'none' };
    const answer = await handleChecked(request, trace);
    answer.headers.set('x-request-id', trace.requestId);
    const isFile = trace.route === 'page' && trace.error === undefined;
    addSecurityHeaders(answer.headers, isFile ? 'file' : 'data', secure);
    if (!isReady()) answer.headers.set('connection', 'close');
    const { status } = answer;
    log({
      time: new Date(startedAt).toISOString(),
      level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
      id: trace.requestId,
      route: trace.route,
      method: request.method,
      status,
      ms: now() - startedAt,
      ...(trace.target === undefined ? {} : { target: trace.target }),
      ...(trace.error === undefined ? {} : { error: describeError(trace.error) }),
    });
    return answer;
  };

  async function handleChecked(request: Request, trace: Trace): Promise<Response> {
    try {
      if (!PROBES.includes(new URL(request.url).pathname) && !isHostAllowed(hostOf(request))) {
        throw new Problem('BUILDER.host_refused', 'This server does not answer to that host name.');
      }
      return await handle(request, trace);
    } catch (error) {
      trace.error = error instanceof Error ? error : new Error('not an error');
      return answerProblem(error, trace.requestId);
    }
  }
}

/** The Host header; a Request made in process has none, and its address says the same. */
export function hostOf(request: Request): string | null {
  return request.headers.get('host') ?? (new URL(request.url).host || null);
}

/** A code of ours, or class and first place of a mistake; its text could hold what a caller sent. */
function describeError(error: Error): string {
  if (error instanceof Problem && error.code !== 'BUILDER.internal') return error.code;
  const mistake = error instanceof Problem ? error.cause : error;
  if (!(mistake instanceof Error)) return 'unknown';
  const place = /\(?([^\s(/\\]+:\d+:\d+)\)?$/m.exec(mistake.stack ?? '')?.[1] ?? 'unknown place';
  return `${mistake.name} at ${place}`;
}
