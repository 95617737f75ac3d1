import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goodBody } from './stored-document.ts';

export const rolloutProject = '05e1aef9040010e22fccc009adecb056';
const headers = { 'X-Ief-Builder': '1', 'Content-Type': 'application/json' };

/** A server with a store and a mock whose instances start at once. */
export async function rolloutEnv(nodes: number): Promise<Record<string, string>> {
  return {
    IEF_STORE: join(await mkdtemp(join(tmpdir(), 'ief-rollouts-')), 'store.db'),
    MOCK_NODES: String(nodes),
    MOCK_POD_START_MS: '0',
    MOCK_CREATES_PER_SECOND: '500',
  };
}

/** Where rollouts run, and the token that opens it. */
interface RolloutPlace {
  readonly target: string;
  readonly token?: string;
}

const atMock: RolloutPlace = { target: 'mock' };

async function mockNodes(
  url: string,
  count: number,
  { target, token = '' }: RolloutPlace = atMock,
): Promise<{ id: string; name: string }[]> {
  const path = `/ief/${target}/v2/${rolloutProject}/edgemgr/nodes?limit=1000`;
  const answer = await fetch(url + path, { headers: token ? { 'X-Auth-Token': token } : {} });
  const { nodes } = (await answer.json()) as {
    nodes: { id: string; name: string }[];
  };
  return nodes.filter(({ name }) => name.startsWith('mock-node-')).slice(0, count);
}

/** Creates a deployment named `name` on the first node; returns its path. */
export async function takeName(url: string, name: string): Promise<string> {
  const [node] = await mockNodes(url, 1);
  const path = `${url}/ief/mock/v3/${rolloutProject}/edgemgr/deployments`;
  const body = JSON.stringify({ ...goodBody(), name, node_ids: [node!.id] });
  const answer = await fetch(path, { method: 'POST', headers, body });
  const { id } = (await answer.json()) as { id: string };
  return `${path}/${id}`;
}

/** Starts a rollout that creates `edge-web-1` and so on, on `count` nodes; returns its ID. */
export async function startRollout(
  url: string,
  count: number,
  plan: object = {},
  place: RolloutPlace = atMock,
): Promise<string> {
  const { node_ids: _nodes, ...body } = goodBody() as { node_ids: unknown };
  const request = {
    target: place.target,
    projectId: rolloutProject,
    action: 'create',
    body,
    namePattern: 'edge-web-{{n}}',
    nodes: await mockNodes(url, count, place),
    plan: { perMinute: 6000, inFlight: 64, ...plan },
  };
  const answer = await fetch(`${url}/api/rollouts`, {
    method: 'POST',
    headers: { ...headers, ...(place.token && { 'X-Auth-Token': place.token }) },
    body: JSON.stringify(request),
  });
  const text = await answer.text();
  const { id } = JSON.parse(text) as { id?: string };
  if (id === undefined) throw new Error(text);
  return id;
}
