import { asList, asObject } from '#src/json/value.ts';
import type { JsonResult } from '#src/server/http/body/parse-json.ts';
import { ConnectionFault } from './connection-fault.ts';
import { MockError, type MockErrorName } from '#src/server/mock-ief/kit/errors.ts';
import type { FaultEffects } from '#src/server/mock-ief/request/mock-context.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';

/** The key of a tag that requests a fault; its value is the name. */
const FAULT_TAG = 'mock-fault';

/** A hanging request is closed after this long, in milliseconds. */
const HANG_LIMIT_MS = 120_000;

/** The tools of a fault. `carryOut` handles the request normally and returns its response. */
interface FaultContext {
  readonly carryOut: (effects?: Partial<FaultEffects>) => Promise<Response>;
  readonly settings: MockSettings;
  readonly signal: AbortSignal;
  /** From now on, the token of the request is refused. */
  readonly expireToken: () => void;
}

/**
 * Every fault by name. "Done" means that the request takes effect, even if the caller gets no response.
 * - `refuse`, `reset-before`: the connection fails before anything is read; nothing is done.
 * - `reset-during`: reset while the body is read; nothing is done.
 * - `reset-after`: done, then reset instead of a response.
 * - `lost-answer`: done, then closed instead of a response.
 * - `cut`: done, and the response breaks off in the middle.
 * - `slow`: done, the response is late. `hang`: nothing is done, no response.
 * - `late-create`: the gateway returns 504, and a create or delete takes effect some seconds later.
 * - `slow-pull`: done; the pods wait long for their image, appear failed for a while, then run.
 * - `pull-failed`: done; the image of the pods is not found, however often they try.
 * - `crash-loop`: done; the containers of the pods exit again and again.
 * - `token-expires`: done; the token of the request is refused from then on.
 * - the others respond as their names say, and nothing is done.
 */
const faults = {
  refuse: () => Promise.reject(new ConnectionFault('refused', 'never')),
  'reset-before': () => Promise.reject(new ConnectionFault('reset', 'never')),
  'reset-during': () => Promise.reject(new ConnectionFault('reset', 'maybe')),
  'reset-after': async ({ carryOut }) => {
    await carryOut();
    throw new ConnectionFault('reset', 'maybe');
  },
  'lost-answer': async ({ carryOut }) => {
    await carryOut();
    throw new ConnectionFault('closed', 'maybe');
  },
  cut: async ({ carryOut }) => {
    throw new ConnectionFault('cut', 'maybe', await carryOut());
  },
  slow: async ({ carryOut, settings, signal }) => {
    await wait(settings.slowMs, signal);
    return carryOut();
  },
  hang: async ({ signal }) => {
    await wait(HANG_LIMIT_MS, signal);
    throw new ConnectionFault('closed', 'maybe');
  },
  html: async () =>
    new Response('<!doctype html><title>Maintenance</title><h1>Back soon</h1>\n', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }),
  'late-create': async ({ carryOut, settings }) => {
    const response = await carryOut({ lateMs: settings.lateMs });
    return response.ok ? refuseWith('backendTimeout') : response;
  },
  'slow-pull': ({ carryOut }) => carryOut({ podFault: 'slow-pull' }),
  'pull-failed': ({ carryOut }) => carryOut({ podFault: 'pull-failed' }),
  'crash-loop': ({ carryOut }) => carryOut({ podFault: 'crash-loop' }),
  'token-expires': async ({ carryOut, expireToken }) => {
    const response = await carryOut();
    if (response.status !== 401) expireToken();
    return response;
  },
  unauthorized: async () => refuseWith('unauthorized'),
  forbidden: async () => refuseWith('forbidden'),
  conflict: async () => refuseWith('conflict'),
  quota: async () => refuseWith('quotaUsedUp'),
  throttle: async () => refuseWith('throttled', { 'retry-after': '5' }),
  'error-500': async () => refuseWith('database'),
  'bad-gateway': async () => refuseWith('backendDown'),
  unavailable: async () => refuseWith('unavailable', { 'retry-after': '5' }),
  'gateway-timeout': async () => refuseWith('backendTimeout'),
} as const satisfies Record<string, (context: FaultContext) => Promise<Response>>;

export type FaultName = keyof typeof faults;

/** All faults in the order of the documentation. */
export const faultNames = Object.keys(faults) as FaultName[];

/** The fault requested by the header; undefined if none. Throws MockError unknownFault for an unknown name. */
export function faultFromHeader(request: Request): FaultName | undefined {
  const header = request.headers.get('x-mock-fault') ?? '';
  return header === '' ? undefined : parseFaultName(header, 'X-Mock-Fault');
}

/** The fault requested by a tag in the body; undefined if none. Throws MockError unknownFault for an unknown name. */
export function faultFromTag(body: JsonResult): FaultName | undefined {
  const tags = asList(asObject(body.ok ? body.value : undefined).tags);
  const index = tags.findIndex((tag) => asObject(tag).key === FAULT_TAG);
  if (index < 0) return undefined;
  return parseFaultName(String(asObject(tags[index]).value), `tags[${index}].value`);
}

function parseFaultName(name: string, source: string): FaultName {
  const known = faultNames.find((fault) => fault === name);
  if (known !== undefined) return known;
  throw new MockError(
    'unknownFault',
    `${source}: unknown fault; the faults are ${faultNames.join(', ')}`,
  );
}

/** Handles a request as the fault demands. Throws ConnectionFault or MockError instead of responding. */
export function runFault(name: FaultName, context: FaultContext): Promise<Response> {
  return faults[name](context);
}

function refuseWith(name: MockErrorName, headers: Record<string, string> = {}): never {
  throw new MockError(name, undefined, headers);
}

/** Resolves after a delay; rejects with a ConnectionFault if the caller disconnects first. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new ConnectionFault('closed', 'maybe'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    timer.unref();
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
