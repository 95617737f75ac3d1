import { lintFromString, loadConfig } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { endpoints, type EndpointId } from '#src/domain/api/endpoints.ts';
import { fullBody } from '#src/domain/deployment/bodies.testing.ts';
import { ruleExamples } from '#src/domain/deployment/rules/examples/rule-examples.ts';
import { proxyRoutes } from '#src/server/proxy/routes.ts';
import { createMockScene, DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import { validatorOf } from './ajv.fixture.ts';
import { rulesBySchema } from './deployment-schema.ts';
import { openApi } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly { readonly name?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { $ref?: string; content?: Content }>>;
}
type Content = Readonly<Record<'application/json', { readonly schema: { $ref: string } }>>;

const description = openApi() as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, unknown>>>>;
  readonly tags: readonly { readonly name: string }[];
};

const methods = ['get', 'post', 'put', 'delete'];
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({ path, method, operation })),
);
const operationOf = (id: EndpointId) =>
  operations.find(({ operation }) => operation.operationId === id)!.operation;

/** Our bodies and responses are open, so unknown keys in examples are allowed. */
const openExamples = { severity: 'error', allowAdditionalProperties: true } as const;

const recommended = {
  extends: ['recommended'],
  rules: {
    'no-invalid-media-type-examples': openExamples,
    'no-invalid-schema-examples': openExamples,
  },
};

async function problemsOf(value: unknown): Promise<unknown[]> {
  // A plugin preset, because the argument of createConfig is typed by a JSON schema, which slows the type check
  // by 3 s.
  const plugins = [{ id: 'own', configs: { recommended } }];
  const config = await loadConfig({ customExtends: ['own/recommended'], plugins });
  const problems = await lintFromString({ source: JSON.stringify(value), config });
  return problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]);
}

describe('the recommended rules of Redocly', () => {
  test('find no errors or warnings', async () => {
    expect(await problemsOf(description)).toEqual([]);
  });

  test('are active: they find a wrong example and a dangling reference', async () => {
    const text = JSON.stringify(description);
    const wrong = text.replace('"restart_policy":"Always"', '"restart_policy":"Sometimes"');
    expect(await problemsOf(JSON.parse(wrong))).not.toEqual([]);
    const lost = text.replace('#/components/responses/Refused', '#/components/responses/None');
    expect(await problemsOf(JSON.parse(lost))).not.toEqual([]);
  });
});

describe('the description', () => {
  test('has every endpoint once, under its path and method', () => {
    expect(
      operations
        .map(({ path, method, operation }) => [operation.operationId, method, path])
        .toSorted(),
    ).toEqual(
      endpoints.map(({ id, method, template }) => [id, method.toLowerCase(), template]).toSorted(),
    );
  });

  test('has every route of the proxy, with its query', () => {
    for (const { method, template, query } of proxyRoutes) {
      const operation = description.paths[template]?.[method.toLowerCase()];
      const names = operation?.parameters.flatMap(({ name }) => name ?? []);
      expect([template, names]).toEqual([template, query]);
    }
  });

  test('has no schemas whose names differ only by case', () => {
    const names = Object.keys(description.components.schemas).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(80);
  });

  test('has each tag, and a response for each error status', () => {
    const used = new Set(operations.flatMap(({ operation }) => operation.tags));
    expect(description.tags.map(({ name }) => name).toSorted()).toEqual([...used].toSorted());
    for (const { operation } of operations)
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['400', '401', '403', '404', '500']),
      );
  });
});

/** The verdict of ajv with a schema of the description. */
function judgeOf(content: Content | undefined): (value: unknown) => boolean {
  const text = JSON.stringify(description.components.schemas);
  const $defs = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as object;
  if (content === undefined) throw new Error('no body is described');
  const { $ref } = content['application/json'].schema;
  return validatorOf({ $defs, $ref: $ref.replace('#/components/schemas/', '#/$defs/') });
}

describe('the body of a create', () => {
  const isValid = judgeOf(operationOf('createDeployment').requestBody?.content);

  test('is accepted exactly if the JSON Schema accepts it', () => {
    expect(isValid(fullBody)).toBe(true);
    expect(isValid({ ...fullBody, name: 'A' })).toBe(false);
  });

  test.each(rulesBySchema('2024-04').said.map(({ id }) => id))('keeps %s', (id) => {
    expect(isValid(ruleExamples[id]!.broken)).toBe(false);
    expect(isValid(ruleExamples[id]!.corrected)).toBe(true);
  });
});

describe('the mock responds as described', () => {
  const { ask } = createMockScene();
  const v3 = `/v3/${PROJECT}/edgemgr`;
  const v2 = `/v2/${PROJECT}/edgemgr`;
  const body = makeBody('shown', { tags: [{ key: 'a', value: 'b' }] });

  async function expectDescribed(
    id: EndpointId,
    method: string,
    path: string,
    sent?: unknown,
    status = 200,
  ): Promise<{ id?: string; [key: string]: unknown }> {
    const headers = { 'ief-instance-id': 'instance-1' };
    const answer = await ask(method, path, sent, headers);
    expect([id, answer.status]).toEqual([id, status]);
    const described = operationOf(id).responses[String(status)];
    const name = described?.$ref?.replace('#/components/responses/', '');
    const { content } = name
      ? (description.components.responses[name] as { content: Content })
      : (described ?? {});
    expect([id, answer.json, judgeOf(content)(answer.json)]).toEqual([id, answer.json, true]);
    return answer.json as { id?: string };
  }

  test('to requests for deployments', async () => {
    const { id } = await expectDescribed('createDeployment', 'POST', DEPLOYMENTS, body);
    await expectDescribed('createDeployment', 'POST', DEPLOYMENTS, body, 400);
    await expectDescribed('showDeployment', 'GET', `${DEPLOYMENTS}/${id}`);
    await expectDescribed('showDeployment', 'GET', `${DEPLOYMENTS}/none`, undefined, 404);
    await expectDescribed('updateDeployment', 'PUT', `${DEPLOYMENTS}/${id}`, { description: 'b' });
    await expectDescribed('listDeployments', 'GET', DEPLOYMENTS);
    await expectDescribed('listPods', 'GET', `${v3}/pods?deployment_id=${id}`);
  });

  test.each<[EndpointId, string]>([
    ['showQuotas', `${v2}/quotas?types=deployment`],
    ['listProjects', '/v3/projects'],
  ])('to %s', async (id, path) => {
    await expectDescribed(id, 'GET', path);
  });

  test.each<[EndpointId, EndpointId, string, string]>([
    ['listNodes', 'showNode', 'nodes', 'nodes'],
    ['listGroups', 'showGroup', 'groups', 'edge_groups'],
    ['listConfigmaps', 'showConfigmap', 'configmaps', 'configmaps'],
    ['listSecrets', 'showSecret', 'secrets', 'secrets'],
  ])('to %s, then %s', async (list, show, path, member) => {
    const listed = await expectDescribed(list, 'GET', `${v2}/${path}`);
    const [first] = listed[member] as { id: string }[];
    await expectDescribed(show, 'GET', `${v2}/${path}/${first!.id}`);
  });
});
