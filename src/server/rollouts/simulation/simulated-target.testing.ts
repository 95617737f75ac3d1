import type { Clock } from '#src/server/time/clock.ts';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import {
  UpstreamFailure,
  type UpstreamRequest,
  type UpstreamResponse,
} from '#src/server/proxy/upstream/upstream.ts';
import type { VirtualTime } from './virtual-time.testing.ts';

/** What happens to one request. */
export type Fate =
  | 'done'
  /** Done, but the answer is lost. */
  | 'lost'
  /** Done later than the answer says. */
  | 'late'
  /** Never arrives, and the sender cannot know. */
  | 'vanished'
  /** Never leaves. */
  | 'unreachable'
  | 'throttled'
  /** 503, and not done. */
  | 'unavailable'
  /** 503, although it was done. */
  | 'unavailable-done'
  | 'refused';

export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly visibleAt: number;
  body: Record<string, unknown>;
  /** How many updates took effect. */
  updates: number;
  isDeleted: boolean;
  /** Its instance, and when that starts to run. */
  pod: { readonly id: string; readonly runsAt: number };
}

/** The longest time a request may still take effect, in milliseconds. */
export const MAX_LATE_MS = 8_000;
const ANSWER_MS = 40;
const READY_MS = 500;

/** A target without rules of its own: it would create any number of deployments of a name, so that they are seen. */
export class SimulatedTarget {
  readonly deployments: Deployment[] = [];
  readonly #time: VirtualTime;
  readonly #fateOf: (kind: 'creates' | 'reads') => Fate;
  #ids = 0;

  constructor(time: VirtualTime, fateOf: (kind: 'creates' | 'reads') => Fate) {
    this.#time = time;
    this.#fateOf = fateOf;
  }

  get clock(): Clock {
    return this.#time.clock;
  }

  /** The target as one process sees it; `isAlive` is false once that process was killed. */
  asTarget(isAlive: () => boolean): ProxyTarget {
    return {
      id: 'lab',
      label: 'Lab',
      kind: 'live',
      region: null,
      projectId: null,
      instanceId: null,
      auth: 'password',
      authorizer: createTokenAuthorizer('t'),
      upstream: (request) => this.#answer(request, isAlive),
    };
  }

  create(body: Record<string, unknown>, lateMs = 0): Deployment {
    const { elapsed } = this.clock;
    const deployment = {
      id: `d${++this.#ids}`,
      name: String(body.name),
      createdAt: this.clock.wall() + lateMs,
      visibleAt: elapsed() + lateMs,
      body,
      updates: 0,
      isDeleted: false,
      pod: this.#newPod(lateMs),
    };
    this.deployments.push(deployment);
    return deployment;
  }

  #answer(request: UpstreamRequest, isAlive: () => boolean): Promise<UpstreamResponse> {
    return new Promise((resolve, reject) => {
      if (!isAlive()) return;
      const answer = this.#carryOut(request);
      // A process that was killed never gets its answer; what it asked for happens all the same.
      this.#time.after(ANSWER_MS, () => {
        if (!isAlive()) return;
        if (answer instanceof UpstreamFailure) reject(answer);
        else resolve(answer);
      });
    });
  }

  #carryOut({ method, path, body }: UpstreamRequest): UpstreamResponse | UpstreamFailure {
    const fate = this.#fateOf(method === 'GET' ? 'reads' : 'creates');
    if (fate === 'unreachable') return new UpstreamFailure('refused', false);
    if (fate === 'throttled') return json(429, { error_code: 'X.429' }, { 'retry-after': '1' });
    if (fate === 'unavailable') return json(503, { error_code: 'X.503' });
    if (fate === 'vanished') return new UpstreamFailure('reset', true);
    const { pathname, searchParams } = new URL(path, 'http://target');
    if (method === 'GET') return this.#read(pathname, searchParams);
    if (fate === 'refused') return json(400, { error_code: 'X.400', error_msg: 'refused' });
    const text = new TextDecoder().decode(body);
    const sent = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const lateMs = fate === 'late' ? MAX_LATE_MS : 0;
    const one = method === 'POST' ? this.create(sent, lateMs) : this.#find(pathname);
    if (one === undefined) return notFound;
    if (method !== 'POST') {
      const change = () => (method === 'PUT' ? this.#update(one, sent) : (one.isDeleted = true));
      if (lateMs === 0) change();
      else this.#time.after(lateMs, change);
    }
    if (fate === 'lost' || fate === 'late') return new UpstreamFailure('timeout', true);
    if (fate === 'unavailable-done') return json(503, { error_code: 'X.503' });
    return method === 'DELETE' ? json(204, undefined) : json(200, this.#record(one));
  }

  #find(pathname: string): Deployment | undefined {
    const id = pathname.split('/').at(-1);
    const now = this.clock.elapsed();
    const isSeen = (one: Deployment) => !one.isDeleted && one.visibleAt <= now;
    return this.deployments.find((one) => one.id === id && isSeen(one));
  }

  #update(one: Deployment, sent: Record<string, unknown>): void {
    if (one.isDeleted) return;
    one.body = { ...one.body, ...sent };
    one.updates += 1;
    one.pod = this.#newPod(0);
  }

  #newPod(lateMs: number): Deployment['pod'] {
    return { id: `p${++this.#ids}`, runsAt: this.clock.elapsed() + lateMs + READY_MS };
  }

  #read(pathname: string, searchParams: URLSearchParams): UpstreamResponse {
    if (pathname.endsWith('/nodes')) return json(200, { count: 0, nodes: [] });
    if (pathname.endsWith('/pods')) return json(200, { pods: this.#pods(searchParams) });
    if (!pathname.endsWith('/deployments')) {
      const shown = this.#find(pathname);
      return shown === undefined ? notFound : json(200, this.#record(shown));
    }
    const name = searchParams.get('name') ?? '';
    const now = this.clock.elapsed();
    const visible = this.deployments.filter(
      (one) => !one.isDeleted && one.visibleAt <= now && one.name.includes(name),
    );
    return json(200, {
      count: visible.length,
      deployments: visible.map((one) => this.#record(one)),
    });
  }

  #pods(query: URLSearchParams) {
    const ids = (query.get('deployment_id') ?? query.get('deployment_ids') ?? '').split(',');
    const now = this.clock.elapsed();
    return this.deployments
      .filter(({ id, isDeleted }) => !isDeleted && ids.includes(id))
      .map(({ id, pod }) => ({
        id: pod.id,
        deployment_id: id,
        state: now >= pod.runsAt ? 'RUNNING' : 'PENDING',
      }));
  }

  #record({ id, name, createdAt, pod, body }: Deployment) {
    const { deployment, ...rest } = body as { deployment: Record<string, unknown> };
    const isReady = this.clock.elapsed() >= pod.runsAt;
    return {
      ...rest,
      ...deployment,
      id,
      name,
      created_at: new Date(createdAt).toISOString(),
      ready_replicas: isReady ? 1 : 0,
    };
  }
}

const notFound = json(404, { error_code: 'X.404', error_msg: 'no such deployment' });

function json(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): UpstreamResponse {
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    body: new TextEncoder().encode(value === undefined ? '' : JSON.stringify(value)),
  };
}
