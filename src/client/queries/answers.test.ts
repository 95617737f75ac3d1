import { afterEach, describe, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import {
  vendorConfigmaps,
  vendorDeployments,
  vendorGroups,
  vendorNodes,
  vendorSecrets,
} from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { pageAnswer } from '#src/domain/deployment/page-examples.ts';
import {
  createDeployment,
  deploymentNamesQuery,
  findDeployments,
  showDeployment,
} from './deployments.ts';
import { ContractError, isOutcomeUnknown, type ClientError } from '../http/errors.ts';
import type { Place } from '../session/place.ts';
import { configmapsQuery, groupsQuery, nodesQuery, secretsQuery } from './resources.ts';
import { getSession } from '../session/session.ts';

afterEach(() => replaceClient());

/** Answers every request with one page after the other, and repeats the last page. */
function answerWith(...pages: unknown[]) {
  let answered = 0;
  answerRequests(async () => Response.json(pages[Math.min(answered++, pages.length - 1)]));
}

type Query = { queryFn?: unknown };
const run = (query: Query): Promise<unknown> =>
  (query.queryFn as (context: { signal: AbortSignal }) => Promise<unknown>)({
    signal: new AbortController().signal,
  });

const place: Place = {
  targetId: 'mock',
  projectId: '05e1aef9040010e22fccc009adecb056',
  edition: 'professional',
  instanceId: '',
  needsToken: false,
};

describe('a create', () => {
  test('is read from the response on the API page', async () => {
    answerWith(pageAnswer());
    expect(await createDeployment(place, '{}', 'key')).toEqual({
      deployment: {
        id: '66a7fe7e-699a-41b2-9119-f9468a5ed78e',
        name: 'app',
        state: '',
        replicas: 1,
        readyReplicas: 0,
        createdAt: '2020-09-23 02:38:17.894471458 +0000 UTC',
      },
      status: 200,
      requestId: undefined,
    });
  });

  test.each<[name: string, more: Record<string, unknown>, read: Record<string, unknown>]>([
    ['no template', { template: undefined }, {}],
    ['an invalid template', { template: { containers: [{ image_url: 1 }] } }, {}],
    ['no target', { node_ids: null }, {}],
    ['counts as text', { replicas: '3', ready_replicas: '2' }, { replicas: 3, readyReplicas: 2 }],
    ['invalid counts', { replicas: [], ready_replicas: 0.5 }, { replicas: undefined }],
    ['an invalid time', { created_at: { seconds: 1 } }, { createdAt: '' }],
    ['no state', { state: null }, { state: '' }],
    ['an unknown state', { state: 'Paused' }, { state: 'Paused' }],
    ['a number as its name', { name: 80 }, { name: '80' }],
  ])('succeeds with %s', async (_case, more, read) => {
    answerWith({ ...pageAnswer(), ...more });
    const { deployment } = await createDeployment(place, '{}', 'key');
    expect(deployment).toMatchObject({ id: pageAnswer().id, ...read });
  });

  test.each<[name: string, answer: unknown, path: string]>([
    ['no ID', { ...pageAnswer(), id: undefined }, 'id'],
    ['null as its ID', { ...pageAnswer(), id: null }, 'id'],
    ['an object as its ID', { ...pageAnswer(), id: {} }, 'id'],
    ['no name', { ...pageAnswer(), name: undefined }, 'name'],
    ['a list', [pageAnswer()], '$'],
    ['null', null, '$'],
  ])('rejects a response with %s and names the path', async (_case, answer, path) => {
    answerWith(answer);
    const error: unknown = await createDeployment(place, '{}', 'key').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContractError);
    expect((error as Error).message.startsWith(`${path}: `)).toBe(true);
  });
});

describe('a list of deployments', () => {
  test('is read from the vendor’s example', async () => {
    answerWith(vendorDeployments);
    expect(await findDeployments(place, 'app-test')).toMatchObject({
      deployments: [{ replicas: 1, createdAt: '2019-10-10T02:20:40.630Z' }],
    });
  });

  test('may be null, but not missing: a missing list does not mean that nothing was found', async () => {
    answerWith({ count: 0, deployments: null });
    expect(await findDeployments(place, 'app')).toMatchObject({ deployments: [] });
    answerWith({ count: 0 });
    await expect(findDeployments(place, 'app')).rejects.toThrow(/^deployments: /);
  });

  test('names the invalid deployment', async () => {
    answerWith({ deployments: [pageAnswer(), { name: 'app' }] });
    await expect(findDeployments(place, 'app')).rejects.toThrow('deployments[1].id: ');
  });

  test('continues after full pages', async () => {
    const page = (from: number) => ({
      deployments: Array.from({ length: 100 }, (_, index) => ({
        id: `id-${from + index}`,
        name: `app-${from + index}`,
      })),
    });
    answerWith(page(0), page(100), { deployments: [] });
    expect(await run(deploymentNamesQuery(getSession()))).toHaveLength(200);
  });
});

describe('the lists to choose from', () => {
  const session = getSession();

  test('nodes are read from the vendor’s example', async () => {
    const unusual = { id: 1, name: 'n', state: 'running', enable_gpu: 'true', host_ips: null };
    answerWith({ nodes: [vendorNodes.nodes[0], unusual] });
    expect(await run(nodesQuery(session))).toEqual({
      isComplete: true,
      records: [
        {
          id: '699de693-8493-4912-89dc-882134c5bf13',
          name: 'ief-node',
          state: 'RUNNING',
          arch: 'x86_64',
          hasGpu: false,
          hasNpu: false,
          npuType: '',
          hostIps: ['10.0.0.41'],
          gpuCount: 0,
          cpu: 1,
          memory: 990,
          updatedMs: Date.UTC(2019, 6, 23, 19, 52, 53, 545),
          tags: [],
        },
        {
          id: '1',
          name: 'n',
          state: 'RUNNING',
          arch: '',
          hasGpu: true,
          hasNpu: false,
          npuType: '',
          hostIps: [],
          gpuCount: 0,
          cpu: undefined,
          memory: undefined,
          updatedMs: undefined,
          tags: [],
        },
      ],
    });
  });

  test.each([
    ['whose length equals its count', 1, { count: 1 }, true],
    ['without a count', 1, {}, true],
    ['shorter than its count', 1, { count: 2 }, false],
    ['of the maximum length', 1000, {}, false],
    ['of the maximum length whose count equals it', 1000, { count: 1000 }, false],
  ])('a list %s: isComplete', async (_case, length, count, isComplete) => {
    const nodes = Array.from({ length }, (_, index) => ({
      ...vendorNodes.nodes[0],
      id: `${index}`,
    }));
    answerWith({ nodes, ...count });
    expect(await run(nodesQuery(session))).toMatchObject({ isComplete });
    const groups = nodes.map(({ id }) => ({ ...vendorGroups.edge_groups[0], id }));
    answerWith({ edge_groups: groups, ...count });
    expect(await run(groupsQuery(session))).toMatchObject({ isComplete });
  });

  test('groups are read with the number of their nodes', async () => {
    const [group] = vendorGroups.edge_groups;
    answerWith({ edge_groups: [group, { ...group, nodes: null }] });
    expect(await run(groupsQuery(session))).toMatchObject({
      records: [{ nodeCount: 1 }, { nodeCount: 0 }],
    });
  });

  test.each([
    ['configmaps', configmapsQuery(session), vendorConfigmaps, 'test-cm'],
    ['secrets', secretsQuery(session), vendorSecrets, 'test-secret'],
  ])('%s are read with their keys', async (_case, query, answer, name) => {
    answerWith(answer);
    expect(await run(query)).toEqual([{ name, keys: ['key1', 'key3'] }]);
  });

  test('a missing list is reported by its path', async () => {
    answerWith({});
    await expect(run(nodesQuery(session))).rejects.toThrow(/^nodes: /);
  });
});

describe('a response to a create that contradicts the request', () => {
  const sent = { name: 'app', node_ids: ['n1'] };
  test.each<[name: string, answer: Record<string, unknown>, mismatch: unknown]>([
    [
      'another name',
      { id: 'abc', name: 'other' },
      { field: 'name', sent: 'app', answered: 'other' },
    ],
    [
      'another node',
      { id: 'abc', name: 'app', node_ids: ['n2'] },
      { field: 'target', sent: '["n1"]', answered: '["n2"]' },
    ],
    [
      'a group instead of a node',
      { id: 'abc', name: 'app', node_ids: ['n1'], group_id: 'g' },
      { field: 'target', sent: '["n1"]', answered: 'group g' },
    ],
    [
      'another project',
      { id: 'abc', name: 'app', project_id: 'f'.repeat(32) },
      { field: 'project', sent: place.projectId, answered: 'f'.repeat(32) },
    ],
  ])('%s rejects, with an unknown outcome', async (_case, answer, mismatch) => {
    answerWith(answer);
    const creating = createDeployment(place, JSON.stringify(sent), 'key');
    await expect(creating).rejects.toMatchObject({
      kind: 'mismatch',
      answeredId: 'abc',
      mismatches: [mismatch],
    });
    await expect(creating).rejects.toSatisfy((error) => isOutcomeUnknown(error as ClientError));
  });

  test('a value that it omits is not a mismatch', async () => {
    answerWith({ id: 'abc', name: 'app', node_ids: null, group_id: '', project_id: '' });
    const { deployment } = await createDeployment(place, JSON.stringify(sent), 'key');
    expect(deployment.id).toBe('abc');
  });

  test('the nodes of the requested group are not a mismatch', async () => {
    answerWith({ id: 'abc', name: 'app', group_id: 'g', node_ids: ['n1', 'n2'] });
    const body = JSON.stringify({ name: 'app', group_id: 'g' });
    expect((await createDeployment(place, body, 'key')).deployment.id).toBe('abc');
  });
});

describe('showDeployment', () => {
  const answers = (...list: Response[]) => {
    answerRequests(async () => list.shift());
  };
  const missing = () => Response.json({ error_code: 'MOCK.404001' }, { status: 404 });
  const deployment = { id: 'abc', name: 'app' };

  test('returns undefined if neither its path nor the list of its name has the deployment', async () => {
    answers(missing(), Response.json({ deployments: [{ id: 'other', name: 'app' }] }));
    expect(await showDeployment(place, deployment)).toBeUndefined();
  });

  test('rejects if the list still has the deployment, or cannot be read', async () => {
    answers(missing(), Response.json({ deployments: [{ id: 'abc', name: 'app' }] }));
    await expect(showDeployment(place, deployment)).rejects.toMatchObject({ status: 404 });
    answers(missing(), missing());
    await expect(showDeployment(place, deployment)).rejects.toMatchObject({ status: 404 });
  });
});
