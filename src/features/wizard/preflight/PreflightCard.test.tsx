import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { accessQuery } from '#src/client/queries/access.ts';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import {
  deploymentQuotaQuery,
  nodesQuery,
  type NodeRecord,
} from '#src/client/queries/resources.ts';
import { changeSession, getSession } from '#src/client/session/session.ts';
import { targetsQuery } from '#src/client/targets/targets.ts';
import { usageOfRecord } from '#src/domain/preflight/deployment-use.ts';
import type { DeploymentQuota } from '#src/domain/preflight/quota.ts';
import type { JsonObject } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { PreflightCard } from './PreflightCard.tsx';
import { PreflightLine } from './PreflightLine.tsx';

const node: NodeRecord = {
  id: '9ebd8efb-9fdd-44a1-abda-9cdbc287a867',
  name: 'plant-1',
  state: 'RUNNING',
  arch: 'x86_64',
  hasGpu: false,
  hasNpu: false,
  npuType: '',
  hostIps: [],
  gpuCount: 0,
  cpu: 4,
  memory: 7822,
  updatedMs: Date.now() - 12_000,
  tags: [],
};

const body = (requests: JsonObject): JsonObject => ({
  name: 'modbus-gateway',
  node_ids: [node.id],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always' },
      containers: [
        {
          name: 'broker',
          image_url: 'mosquitto',
          ports: [{ container_port: 1883, host_port: 1883 }],
          resources: { requests },
        },
      ],
    },
  },
});

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'mock', projectId: '05e1aef9040010e22fccc009adecb056' });
  queryClient.setQueryData(targetsQuery.queryKey, [
    { id: 'mock', label: 'Mock', kind: 'mock' },
  ] as never);
  queryClient.setQueryData(accessQuery.queryKey, {
    state: 'open',
    kind: null,
    isLinkRefused: false,
  });
});

afterEach(() => replaceClient());

function know(deployments: readonly object[], used = 3) {
  const session = getSession();
  queryClient.setQueryData(nodesQuery(session).queryKey, { records: [node], isComplete: true });
  queryClient.setQueryData(
    deploymentNamesQuery(session).queryKey,
    deployments.map((record) => usageOfRecord(record)),
  );
  const quota: DeploymentQuota = { used, quota: 50 };
  queryClient.setQueryData<DeploymentQuota | null>(deploymentQuotaQuery(session).queryKey, quota);
}

async function renderCard(requests: JsonObject = {}) {
  return renderEditor(
    body(requests),
    <QueryProvider>
      <PreflightCard />
    </QueryProvider>,
  );
}

test('names the deployment that uses the host port, and offers to change it', async () => {
  know([
    {
      id: '1',
      name: 'edge-mqtt',
      node_ids: [node.id],
      template: {
        containers: [{ name: 'hub', ports: [{ container_port: 1, host_port: 1883 }] }],
      },
    },
  ]);
  await renderCard();
  await expect
    .element(page.getByText('Host port 1883 is taken on this node by deployment “edge-mqtt”'))
    .toBeVisible();
  await expect.element(page.getByText('1 warning')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Change: Host ports' })).toBeVisible();
});

test('follows the document: requests above the cores of the node become a warning', async () => {
  know([]);
  const { store } = await renderCard({ cpu: '1' });
  await expect.element(page.getByText('CPU: 1 of 4 cores requested.')).toBeVisible();
  await expect.element(page.getByText('1 warning')).not.toBeInTheDocument();
  store.edit(body({ cpu: '5' }));
  await expect
    .element(page.getByText('CPU: this deployment requests 5 cores, but the node has 4.'))
    .toBeVisible();
  await expect.element(page.getByText('1 warning')).toBeVisible();
});

test('a list that cannot be read is one line, and the other checks go on', async () => {
  know([]);
  const key = deploymentQuotaQuery(getSession()).queryKey;
  queryClient.removeQueries({ queryKey: key });
  await queryClient.prefetchQuery({
    queryKey: key,
    queryFn: () => Promise.reject(new Error('refused')),
    retry: false,
  });
  await renderCard();
  await expect
    .element(page.getByText('Not checked, because these lists could not be loaded: quotas.'))
    .toBeVisible();
  await expect.element(page.getByText('The name “modbus-gateway” is free.')).toBeVisible();
});

test('a node that the target does not list is not mistaken for a missing choice', async () => {
  know([]);
  const { store } = await renderCard();
  store.edit({ ...body({}), node_ids: ['another-node'] });
  await expect.element(page.getByText('The target does not list this node')).toBeVisible();
  store.edit({ ...body({}), node_ids: [''] });
  await expect.element(page.getByText('Choose an edge node')).toBeVisible();
});

test('while the nodes load, it does not ask for a node, also if another list cannot be read', async () => {
  know([]);
  const { queryKey } = nodesQuery(getSession());
  queryClient.removeQueries({ queryKey });
  queryClient.removeQueries({ queryKey: deploymentQuotaQuery(getSession()).queryKey });
  answerRequests((path) =>
    path.includes('quota')
      ? Promise.resolve(Response.json({ error_code: 'IEF.1' }, { status: 403 }))
      : new Promise(() => undefined),
  );
  await renderCard();
  await expect.element(page.getByText('could not be loaded: quotas.')).toBeVisible();
  await expect.element(page.getByText('Loading the lists of the target…')).toBeVisible();
  await expect.element(page.getByText('Choose an edge node')).not.toBeInTheDocument();
});

test('on Review, its line is as high while the lists load as with its result', async () => {
  answerRequests(() => new Promise(() => undefined));
  await renderEditor(
    body({}),
    <QueryProvider>
      <PreflightLine />
    </QueryProvider>,
  );
  const waiting = page.getByText('Loading the lists of the target…');
  await expect.element(waiting).toBeVisible();
  const { height } = waiting.element().getBoundingClientRect();
  know([]);
  const result = page.getByText('no warnings.');
  await expect.element(result).toBeVisible();
  expect(result.element().closest('summary')!.getBoundingClientRect().height).toBe(height);
});

test('says what it cannot know', async () => {
  know([]);
  await renderCard();
  await page.getByText('What preflight cannot know').click();
  await expect.element(page.getByText('preflight does not query registries')).toBeVisible();
});
