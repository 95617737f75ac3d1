import { createCrowd, type Crowd, type CrowdLimits } from './crowd.ts';
import type { ReadPeer } from './peers.ts';
import { answerProblem, Problem } from './problem.ts';
import type { Log, LogEntry } from './request-log.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** What is found out about a request on its way, for its log line, its figures and its headers. */
export interface Trace {
  readonly requestId: string;
  /** The address limits count by. */
  readonly peer: string;
  /** The route's template; `page` for the page and its files. */
  route: string;
  target?: string;
  upstreamStatus?: number;
  upstreamMs?: number;
  outcome?: string;
  attempt?: string;
  directive?: string;
  page?: string;
  /** What was thrown, if anything was. */
  error?: Error;
}

/** What the frame around every answer needs. */
export interface FrameOptions {
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly isHostAllowed: (host: string | null) => boolean;
  readonly readPeer: ReadPeer;
  readonly crowd: CrowdLimits;
  /** True where people reach the server by https. */
  readonly secure: boolean;
  /** False while the server is being stopped. */
  readonly isReady: () => boolean;
}

const PROBES = ['/healthz', '/readyz'];

/** A request in, an answer out; `remote` is the address at the other end of the connection. */
export type Framed = (request: Request, remote?: string) => Promise<Response>;

/**
 * Puts the same frame around every request: host list first, then the peer, then the number of requests under way
 * (the probes skip all three), then the handler, then security headers, request id and one log line.
 * The result never rejects.
 */
export function frameAnswers(
  handle: (request: Request, trace: Trace) => Promise<Response>,
  options: FrameOptions,
): { readonly answer: Framed; readonly crowd: Crowd } {
  const { now, newId, log, isHostAllowed, readPeer, secure, isReady } = options;
  const crowd = createCrowd(options.crowd);

  async function handleChecked(request: Request, trace: Trace, isAllowed: boolean) {
    const { pathname } = new URL(request.url);
    if (PROBES.includes(pathname)) return handle(request, trace);
    if (!isHostAllowed(hostOf(request))) {
      throw new Problem('BUILDER.host_refused', 'This server does not answer to that host name.');
    }
    if (!isAllowed) {
      throw new Problem('BUILDER.peer_refused', 'This server is reached through its proxy alone.');
    }
    const leave = crowd.enter(trace.peer);
    try {
      return await handle(request, trace);
    } finally {
      leave();
    }
  }

  const answer: Framed = async (request, remote = '127.0.0.1') => {
    const startedAt = now();
    const peer = readPeer(remote, request.headers.get('x-forwarded-for'));
    const trace: Trace = { requestId: newId(), route: 'none', peer: peer.address };
    const given = await handleChecked(request, trace, peer.isAllowed).catch((error: unknown) => {
      trace.error = error instanceof Error ? error : new Error('not an error');
      return answerProblem(error, trace.requestId);
    });
    given.headers.set('x-request-id', trace.requestId);
    const isFile = trace.route === 'page' && trace.error === undefined;
    addSecurityHeaders(given.headers, isFile ? 'file' : 'data', secure);
    if (!isReady()) given.headers.set('connection', 'close');
    log(makeEntry(request, given, trace, startedAt, now()));
    return given;
  };
  return { answer, crowd };
}

function makeEntry(
  request: Request,
  { status, headers }: Response,
  trace: Trace,
  startedAt: number,
  endedAt: number,
): LogEntry {
  const { requestId, route, target, error, upstreamStatus, upstreamMs, outcome, attempt } = trace;
  const { directive, page } = trace;
  const bytesIn = wholeNumber(request.headers.get('content-length'));
  const bytesOut = wholeNumber(headers.get('content-length'));
  return {
    time: new Date(startedAt).toISOString(),
    level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
    id: requestId,
    route,
    method: request.method,
    status,
    ms: endedAt - startedAt,
    ...(target === undefined ? {} : { target }),
    ...(upstreamStatus === undefined ? {} : { upstreamStatus }),
    ...(upstreamMs === undefined ? {} : { upstreamMs }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(attempt === undefined ? {} : { attempt }),
    ...(bytesIn === undefined ? {} : { bytesIn }),
    ...(bytesOut === undefined ? {} : { bytesOut }),
    ...(directive === undefined ? {} : { directive }),
    ...(page === undefined ? {} : { page }),
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
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
