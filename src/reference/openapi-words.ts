import type { Endpoint, EndpointId } from '#src/domain/api/endpoints.ts';
import { page400, page500, pageAnswer, pageRequest } from '#src/domain/deployment/page-examples.ts';
import type { JsonSchema } from './json-schema.ts';

// What an OpenAPI description tells beside paths and schemas.

const region = {
  default: 'cn-north-4',
  description: 'Of the project: cn-north-1, cn-north-4, cn-east-2, cn-east-3 or cn-south-1.',
};

const description = [
  'The part of the API of Huawei Cloud IEF (Intelligent EdgeFabric) that IEF Deployment Builder speaks, generated from its field specs: no publication of Huawei.',
  'Bodies are those of the API page of 2024-04-22. What newer services know beside it is described by `deployment-2025.schema.json`; keys that are not here pass.',
  'Answers are described as they ought to be. A reader should forgive more: null for a list, numbers for texts, words in another case, an unknown word.',
  'The header `ief-instance-id`, and nothing else, selects the platinum edition (called enterprise on newer pages).',
].join('\n\n');

/** The texts and fixed parts of the description. */
export const apiWords = {
  info: {
    title: 'IEF deployments',
    version: 'v3',
    summary: 'Create, list, change and delete application deployments, and what is around them',
    description,
    license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  },
  servers: [
    { url: 'https://ief2.{region}.myhuaweicloud.com', variables: { region } },
    {
      url: 'https://ief.{region}.myhuaweicloud.com',
      description: 'In some regions, and in the SDKs',
      variables: { region },
    },
  ],
  iamServers: [{ url: 'https://iam.{region}.myhuaweicloud.com', variables: { region } }],
  securitySchemes: {
    token: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Auth-Token',
      description: 'A token of IAM for the project, from the answer header X-Subject-Token.',
    },
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        'A signature by access key, `SDK-HMAC-SHA256 Access=..., SignedHeaders=..., Signature=...`, over the request with its header X-Sdk-Date; then there is no X-Auth-Token.',
    },
  },
  instance: {
    name: 'ief-instance-id',
    in: 'header',
    description: 'ID of the platinum instance; empty or absent for the professional edition.',
    schema: { type: 'string', 'x-table': 2 },
  },
  headers: {
    'X-Request-Id': { description: 'The ID of the request.', schema: { type: 'string' } },
    'X-Subject-Token': { description: 'The token.', schema: { type: 'string' } },
  },
  success: {
    200: 'Done.',
    201: 'Created.',
    202: 'Accepted; the work goes on.',
    204: 'Done; there is no body.',
  } as Readonly<Record<number, string>>,
  responses: {
    Refused: { description: 'The request breaks a rule.', example: page400() },
    Unauthorized: {
      description: 'The token or signature is missing or wrong. Told by the gateway.',
      example: {
        error_msg: 'Incorrect IAM authentication information: decrypt token fail',
        error_code: 'APIGW.0301',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    Forbidden: {
      description: 'The IAM user may not do this. Told by the gateway.',
      example: {
        error_msg: 'The IAM user is not allowed to access the API',
        error_code: 'APIGW.0302',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    NotFound: {
      description: 'There is no such address, or no record of the ID.',
      example: {
        error_msg: 'The API does not exist or has not been published',
        error_code: 'APIGW.0101',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    Failed: { description: 'The service failed.', example: page500() },
    IamRefused: {
      description: 'IAM refuses, or failed.',
      example: {
        error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' },
      },
    },
  },
  /** What more is told of single operations. */
  operations: {
    createDeployment: {
      description:
        'Creates a deployment on one edge node or in one node group. The page answers 200, newer ones 201. `x-rules` lists what must hold beside the schema, and what the schema says of it.',
    },
    updateDeployment: {
      description:
        'Replaces the pod part whole, or the description, or both. Name, target and tags stay.',
    },
    listDeployments: { description: '`node_id` and `group_id` exclude each other.' },
    listPods: {
      description: 'One of `node_id`, `group_id`, `deployment_id` and `deployment_ids` is needed.',
    },
  } as Readonly<Partial<Record<EndpointId, JsonSchema>>>,
};

/** The groups that operations are shown in. */
export const apiTags = [
  { name: 'Deployments', description: 'Applications on edge nodes (应用部署).' },
  { name: 'Instances', description: 'The running instances of deployments (应用实例).' },
  { name: 'Edge nodes', description: 'Edge nodes and groups of them (边缘节点、节点组).' },
  { name: 'Configuration', description: 'Configmaps and secrets (配置项、密钥).' },
  { name: 'Quotas', description: 'What a project may have (配额).' },
  { name: 'IAM', description: 'Tokens and projects; another host (统一身份认证).' },
] as const;

type TagName = (typeof apiTags)[number]['name'];

/** The group of each collection, by the segment behind `edgemgr`. */
const tagsBySegment: Readonly<Record<string, TagName>> = {
  deployments: 'Deployments',
  pods: 'Instances',
  nodes: 'Edge nodes',
  groups: 'Edge nodes',
  configmaps: 'Configuration',
  secrets: 'Configuration',
  quotas: 'Quotas',
};

/** The group an operation is shown in. */
export function tagOf({ host, template }: Endpoint): TagName {
  if (host === 'iam') return 'IAM';
  if (template.includes('/pods')) return 'Instances';
  const segment = /\/edgemgr\/(\w+)/.exec(template)?.[1] ?? '';
  return tagsBySegment[segment] ?? 'Deployments';
}

/** Examples of the API page, by operation. */
export const examplesOf: Readonly<
  Partial<Record<EndpointId, { readonly request?: unknown; readonly answer?: unknown }>>
> = {
  createDeployment: { request: pageRequest(), answer: pageAnswer() },
};
