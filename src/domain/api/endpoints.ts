import type { GroupSpec, LeafSpec } from '#src/domain/core/spec/field.ts';
import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { deploymentAnswerGroup } from './answers/deployment.fields.ts';
import { projectsAnswerGroup, tokenAnswerGroup, tokenRequestGroup } from './iam.fields.ts';
import { configmapAnswerGroup, configmapsAnswerGroup } from './answers/configmaps.fields.ts';
import { deploymentsAnswerGroup } from './answers/deployments.fields.ts';
import { groupAnswerGroup, groupsAnswerGroup } from './answers/groups.fields.ts';
import { nodeAnswerGroup, nodesAnswerGroup } from './answers/nodes.fields.ts';
import { podsAnswerGroup } from './answers/pods.fields.ts';
import { quotasAnswerGroup } from './answers/quotas.fields.ts';
import { secretAnswerGroup, secretsAnswerGroup } from './answers/secrets.fields.ts';
import {
  configmapsQueryFields,
  deletionQuery,
  deploymentsQuery,
  groupsQueryFields,
  nodesQueryFields,
  podsQuery,
  projectsQuery,
  quotasQuery,
  secretsQueryFields,
  tokenQuery,
} from './queries.fields.ts';
import { updateGroup } from './update.fields.ts';

/** An endpoint of the service, as used by the page, the server and the mock. */
export interface Endpoint {
  /** A unique name in camelCase; `operationId` in the OpenAPI description. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path from the root of the host; each `{...}` is a key of {@link pathFields}. */
  readonly template: string;
  /** IEF itself, or IAM, which is another host (the mock is both). */
  readonly host: 'ief' | 'iam';
  readonly summary: Text;
  /** The supported query keys; may be empty. */
  readonly query: Readonly<Record<string, LeafSpec>>;
  /** The statuses of a successful response, the one of the API page first. */
  readonly success: readonly number[];
  /** The request body, if any. */
  readonly request?: GroupSpec;
  /** The body of a successful response; absent if there is none or if no code reads it. */
  readonly answer?: GroupSpec;
}

/** The parameters of path templates. */
export const pathFields = {
  project_id: textField({
    table: 1,
    required: true,
    label: { en: 'Project ID', zh: '项目 ID' },
    help: {
      en: 'Of the region, 32 hexadecimal digits.',
      zh: '该区域的项目 ID，32 位十六进制数字。',
    },
    placeholder: '05e1aef9040010e22fccc009adecb056',
  }),
  id: textField({ required: true, label: { en: 'ID', zh: 'ID' } }),
  pod_name: textField({ required: true, label: { en: 'Instance name', zh: '应用实例名称' } }),
};

const v3 = '/v3/{project_id}/edgemgr';
const v2 = '/v2/{project_id}/edgemgr';
const ok = [200] as const;

/** Every endpoint we use (docs/sources.md, sections 1, 3 and 5). The proxy's route table is chosen from these. */
export const endpoints = [
  {
    id: 'createDeployment',
    method: 'POST',
    template: `${v3}/deployments`,
    host: 'ief',
    summary: { en: 'Create a deployment', zh: '创建应用部署' },
    query: {},
    // The API page says 200, newer pages say 201.
    success: [200, 201],
    request: deploymentGroup,
    answer: deploymentAnswerGroup,
  },
  {
    id: 'listDeployments',
    method: 'GET',
    template: `${v3}/deployments`,
    host: 'ief',
    summary: { en: 'List deployments', zh: '查询应用部署列表' },
    query: deploymentsQuery,
    success: ok,
    answer: deploymentsAnswerGroup,
  },
  {
    id: 'showDeployment',
    method: 'GET',
    template: `${v3}/deployments/{id}`,
    host: 'ief',
    summary: { en: 'Show a deployment', zh: '查询应用部署详情' },
    query: {},
    success: ok,
    answer: deploymentAnswerGroup,
  },
  {
    id: 'updateDeployment',
    method: 'PUT',
    template: `${v3}/deployments/{id}`,
    host: 'ief',
    summary: { en: 'Update a deployment', zh: '更新应用部署' },
    query: {},
    success: ok,
    request: updateGroup,
    answer: deploymentAnswerGroup,
  },
  {
    id: 'deleteDeployment',
    method: 'DELETE',
    template: `${v3}/deployments/{id}`,
    host: 'ief',
    summary: { en: 'Delete a deployment', zh: '删除应用部署' },
    query: deletionQuery,
    success: [204],
  },
  {
    id: 'listPods',
    method: 'GET',
    template: `${v3}/pods`,
    host: 'ief',
    summary: { en: 'List the instances of deployments', zh: '查询应用实例列表' },
    query: podsQuery,
    success: ok,
    answer: podsAnswerGroup,
  },
  {
    id: 'restartPod',
    method: 'POST',
    template: `${v3}/deployments/{id}/pods/{pod_name}/restart`,
    host: 'ief',
    summary: { en: 'Restart an instance', zh: '重启应用实例' },
    query: {},
    // A JSON text that no code reads.
    success: [202],
  },
  {
    id: 'deletePod',
    method: 'DELETE',
    template: `${v3}/deployments/{id}/pods/{pod_name}`,
    host: 'ief',
    summary: { en: 'Delete an instance', zh: '删除应用实例' },
    query: {},
    success: [204],
  },
  {
    id: 'listNodes',
    method: 'GET',
    template: `${v2}/nodes`,
    host: 'ief',
    summary: { en: 'List edge nodes', zh: '查询边缘节点列表' },
    query: nodesQueryFields,
    success: ok,
    answer: nodesAnswerGroup,
  },
  {
    id: 'showNode',
    method: 'GET',
    template: `${v2}/nodes/{id}`,
    host: 'ief',
    summary: { en: 'Show an edge node', zh: '查询边缘节点详情' },
    query: {},
    success: ok,
    answer: nodeAnswerGroup,
  },
  {
    id: 'listGroups',
    method: 'GET',
    template: `${v2}/groups`,
    host: 'ief',
    summary: { en: 'List node groups', zh: '查询节点组列表' },
    query: groupsQueryFields,
    success: ok,
    answer: groupsAnswerGroup,
  },
  {
    id: 'showGroup',
    method: 'GET',
    template: `${v2}/groups/{id}`,
    host: 'ief',
    summary: { en: 'Show a node group', zh: '查询节点组详情' },
    query: {},
    success: ok,
    answer: groupAnswerGroup,
  },
  {
    id: 'listConfigmaps',
    method: 'GET',
    template: `${v2}/configmaps`,
    host: 'ief',
    summary: { en: 'List configmaps', zh: '查询配置项列表' },
    query: configmapsQueryFields,
    success: ok,
    answer: configmapsAnswerGroup,
  },
  {
    id: 'showConfigmap',
    method: 'GET',
    template: `${v2}/configmaps/{id}`,
    host: 'ief',
    summary: { en: 'Show a configmap', zh: '查询配置项详情' },
    query: {},
    success: ok,
    answer: configmapAnswerGroup,
  },
  {
    id: 'listSecrets',
    method: 'GET',
    template: `${v2}/secrets`,
    host: 'ief',
    summary: { en: 'List secrets', zh: '查询密钥列表' },
    query: secretsQueryFields,
    success: ok,
    answer: secretsAnswerGroup,
  },
  {
    id: 'showSecret',
    method: 'GET',
    template: `${v2}/secrets/{id}`,
    host: 'ief',
    summary: { en: 'Show a secret', zh: '查询密钥详情' },
    query: {},
    success: ok,
    answer: secretAnswerGroup,
  },
  {
    id: 'showQuotas',
    method: 'GET',
    template: `${v2}/quotas`,
    host: 'ief',
    summary: { en: 'Show the quotas', zh: '查询配额' },
    query: quotasQuery,
    success: ok,
    answer: quotasAnswerGroup,
  },
  {
    id: 'createToken',
    method: 'POST',
    template: '/v3/auth/tokens',
    host: 'iam',
    summary: { en: 'Get a token with a password', zh: '使用密码获取用户 Token' },
    query: tokenQuery,
    success: [201],
    request: tokenRequestGroup,
    answer: tokenAnswerGroup,
  },
  {
    id: 'listProjects',
    method: 'GET',
    template: '/v3/projects',
    host: 'iam',
    summary: { en: 'List projects', zh: '查询项目列表' },
    query: projectsQuery,
    success: ok,
    answer: projectsAnswerGroup,
  },
] as const satisfies readonly Endpoint[];

/** The name of an endpoint. */
export type EndpointId = (typeof endpoints)[number]['id'];

/** The endpoint of a name. */
export function endpointOf(id: EndpointId): Endpoint {
  return byId.get(id)!;
}

const byId: ReadonlyMap<string, Endpoint> = new Map(endpoints.map((one) => [one.id, one]));
