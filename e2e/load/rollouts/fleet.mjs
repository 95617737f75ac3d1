// A standalone mock with many nodes, a server in front of it, and a rollout to all of them.
import {
  DEPLOYMENTS,
  makeBody,
  noLimits,
  PROJECT,
  startProgram,
  writeTargets,
} from '../programs.mjs';
import { startRelay } from './relay.mjs';

const SECRET = 'a secret for rollouts';
export const HEADERS = { 'x-ief-access': SECRET, 'content-type': 'application/json' };
const MOCK_HEADERS = { 'x-auth-token': 't' };

/** @typedef {Awaited<ReturnType<typeof startFleet>>} Fleet */

/**
 * Starts the mock and the relay in front of it.
 * @param {number} nodes
 * @param {{ mock?: Record<string, string>, server?: Record<string, string>, lose?: number }} options
 */
export async function startFleet(nodes, { mock: mockEnv = {}, server = {}, lose = 0 }) {
  const mock = await startProgram('mock-ief.main', {
    MOCK_AK: 'AK',
    MOCK_SK: 'SK',
    MOCK_NODES: String(nodes),
    MOCK_POD_START_MS: '50',
    MOCK_MAX_DEPLOYMENTS: '20000',
    ...mockEnv,
  });
  const relay = await startRelay(mock.port, { lose });
  const auth = { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' };
  /** @type {Record<string, string>} */
  const env = {
    ...noLimits,
    IEF_MOCK: 'off',
    IEF_TARGETS: writeTargets(relay.port, auth),
    A: 'AK',
    S: 'SK',
    ACCESS_SECRET: SECRET,
    LOG_LEVEL: 'silent',
    ...server,
  };
  return {
    mock,
    relay,
    env,
    ids: await readNodes(mock.port, nodes),
    async stop() {
      relay.stop();
      await mock.stop('SIGKILL');
    },
  };
}

/**
 * The IDs of the nodes that MOCK_NODES added.
 * @param {number} port
 * @param {number} count
 */
async function readNodes(port, count) {
  /** @type {string[]} */
  const ids = [];
  for (let offset = 0; ; offset += 100) {
    const path = `/v2/${PROJECT}/edgemgr/nodes?limit=100&offset=${offset}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: MOCK_HEADERS });
    const { nodes } = /** @type {{ nodes: { id: string, name: string }[] }} */ (
      await answer.json()
    );
    if (nodes.length === 0) break;
    ids.push(...nodes.filter(({ name }) => name.startsWith('mock-node-')).map(({ id }) => id));
  }
  if (ids.length !== count) throw new Error(`the mock has ${ids.length} nodes, not ${count}`);
  return ids;
}

/**
 * Sends one request to a server; throws if it is refused.
 * @param {number} port
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
export async function callServer(port, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/rollouts${path}`, {
    method,
    headers: HEADERS,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

/**
 * Starts a rollout of creates named after `prefix` and returns its ID.
 * @param {number} port
 * @param {string} prefix
 * @param {readonly string[]} ids
 * @param {object} plan
 */
export async function startRollout(port, prefix, ids, plan) {
  const { node_ids: _, ...body } = JSON.parse(makeBody(prefix));
  const { id } = await callServer(port, 'POST', '', {
    target: 'lab',
    projectId: PROJECT,
    action: 'create',
    body,
    namePattern: `${prefix}-{{n}}`,
    nodes: ids.map((node) => ({ id: node })),
    plan: { waves: ['100%'], perMinute: 6000, ...plan },
  });
  return /** @type {string} */ (id);
}

/**
 * What the mock has in the end, compared with the nodes that were to get a deployment.
 * @param {Fleet} fleet
 * @param {readonly string[]} ids
 */
export async function judgeFleet({ mock, relay }, ids) {
  /** @type {Map<string, number>} */
  const byNode = new Map();
  for (let offset = 0; ; offset += 100) {
    const path = `${DEPLOYMENTS}?limit=100&offset=${offset}`;
    const answer = await fetch(`http://127.0.0.1:${mock.port}${path}`, { headers: MOCK_HEADERS });
    const { deployments } = /** @type {{ deployments: { node_ids: string[] }[] }} */ (
      await answer.json()
    );
    if (deployments.length === 0) break;
    for (const { node_ids: nodes } of deployments) {
      for (const node of nodes) byNode.set(node, (byNode.get(node) ?? 0) + 1);
    }
  }
  return {
    missing: ids.filter((id) => !byNode.has(id)).length,
    /** Nodes with two deployments, and creates that reached the mock a second time. */
    duplicates:
      [...byNode.values()].filter((count) => count > 1).length +
      [...relay.creates.values()].filter((count) => count > 1).length,
  };
}
