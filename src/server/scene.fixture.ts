import type { RequestListener } from 'node:http';
import { createApp, type ServerApp, type AppOptions } from './app.ts';
import { createMockTarget } from './create-targets.ts';
import type { Clock } from './time/clock.ts';
import type { LogEntry } from './http/kit/request-log.ts';
import { serve, type Running } from './http/listen/serve.ts';
import { createMockIef, type MockIef } from './mock-ief/mock-ief.ts';
import type { MockOptions } from './mock-ief/kit/options.ts';

export const PROJECT = '05e1aef9040010e22fccc009adecb056';
export const NODE = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';
export const DEPLOYMENTS = `/v3/${PROJECT}/edgemgr/deployments`;

/** Clocks that only move when a test moves them, in milliseconds. */
interface SceneClock extends Clock {
  move: (ms: number) => void;
  /** As if someone had set the machine's clock; no time passes. */
  setWall: (ms: number) => void;
}

export function createClock(startMs = Date.UTC(2024, 3, 22, 8, 30, 15, 250)): SceneClock {
  let wall = startMs;
  let elapsed = 1_000;
  return {
    wall: () => wall,
    elapsed: () => elapsed,
    move: (ms) => {
      wall += ms;
      elapsed += ms;
    },
    setWall: (ms) => {
      wall += ms;
    },
  };
}

/** Both clocks from one function, for tests that do not set the machine's clock. */
export function clockFrom(now: () => number): Clock {
  return { wall: now, elapsed: now };
}

/** Sequential ids in the form of a UUID. */
function createIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}

/** A small create body that is valid in every edition. */
export function makeBody(
  name = 'app',
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    name,
    node_ids: [NODE],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: true, restart_policy: 'Always' },
        containers: [{ name: 'container-0', image_url: 'nginx:alpine' }],
      },
    },
    ...more,
  };
}

interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body parsed as JSON; undefined if it is not JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read responses freely
  readonly json: any;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestResponse>;

/** Calls a function from Request to Response. A body of text or bytes is sent unchanged. */
export function createAsk(handle: (request: Request) => Promise<Response>): Ask {
  return async (method, path, body, headers = {}) => {
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = isRaw(body) ? body : JSON.stringify(body);
    return readResponse(await handle(new Request(`http://localhost:8080${path}`, init)));
  };
}

async function readResponse(response: Response): Promise<TestResponse> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface MockScene {
  readonly mock: MockIef;
  readonly clock: SceneClock;
  /** Sends a token. */
  readonly ask: Ask;
}

export function createMockScene(options: Partial<MockOptions> = {}): MockScene {
  const clock = createClock();
  const mock = createMockIef({ clock, newId: createIds(), slowMs: 20, ...options });
  const askBare = createAsk(mock);
  return {
    mock,
    clock,
    ask: (method, path, body, headers) =>
      askBare(method, path, body, { 'x-auth-token': 'test', ...headers }),
  };
}

export interface AppScene extends MockScene {
  readonly app: ServerApp;
  readonly log: LogEntry[];
  /** How many requests reached the mock. */
  readonly arrivals: () => number;
}

/** The whole server with the embedded mock, without a port. */
export function createAppScene(
  options: Partial<AppOptions> = {},
  mockOptions: Partial<MockOptions> = {},
  firstByteMs = 500,
): AppScene {
  const { mock, clock } = createMockScene(mockOptions);
  const log: LogEntry[] = [];
  let count = 0;
  const counting: MockIef = (request) => {
    count += 1;
    return mock(request);
  };
  const app = createApp({
    targets: [createMockTarget(counting, mockOptions.tokens, firstByteMs)],
    clock,
    newId: createIds(),
    log: (entry) => log.push(entry),
    isHostAllowed: (host) => host === 'localhost:8080',
    concurrency: { inFlight: 0, perPeer: 0 },
    ...options,
  });
  return { mock, clock, app, log, ask: createAsk(app), arrivals: () => count };
}

/** Listens on a free port of this machine. The caller stops it. */
export function serveOnFreePort(listener: RequestListener): Promise<Running> {
  return serve(listener, { host: '127.0.0.1', port: 0 });
}
