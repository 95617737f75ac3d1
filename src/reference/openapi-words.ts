import type { Endpoint, EndpointId } from '#src/domain/api/endpoints.ts';
import { page400, page500, pageAnswer, pageRequest } from '#src/domain/deployment/page-examples.ts';
import type { JsonSchema } from './json-schema.ts';

// The texts of the OpenAPI description.

const region = {
  default: 'cn-north-4',
  description:
    'Region of the project: cn-north-1, cn-north-4, cn-east-2, cn-east-3, or cn-south-1.',
};

const description = [
  'The part of the Huawei Cloud IEF (Intelligent EdgeFabric) API that IEF Deployment Builder uses, generated from its field specs. Not published by Huawei.',
  'Bodies are those of the API page of 2024-04-22. `deployment-2025.schema.json` describes the body that newer services accept. Unknown keys are allowed.',
  'Responses are described as documented. Clients should tolerate deviations: null instead of a list, numbers instead of strings, different letter case, and unknown values.',
  'Only the header `ief-instance-id` selects the platinum edition (called enterprise on newer pages).',
].join('\n\n');

/** The texts and fixed parts of the description. */
export const apiWords = {
  info: {
    title: 'IEF deployments',
    version: 'v3',
    summary: 'Create, list, update, and delete application deployments and related resources',
    description,
    license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  },
  servers: [
    { url: 'https://ief2.{region}.myhuaweicloud.com', variables: { region } },
    {
      url: 'https://ief.{region}.myhuaweicloud.com',
      description: 'Used in some regions and by the SDKs',
      variables: { region },
    },
  ],
  iamServers: [{ url: 'https://iam.{region}.myhuaweicloud.com', variables: { region } }],
  securitySchemes: {
    token: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Auth-Token',
      description: 'An IAM token for the project, from the response header X-Subject-Token.',
    },
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        'An access key signature of the request and its header X-Sdk-Date, `SDK-HMAC-SHA256 Access=..., SignedHeaders=..., Signature=...`. X-Auth-Token is not sent.',
    },
  },
  instance: {
    name: 'ief-instance-id',
    in: 'header',
    description:
      'ID of the platinum edition instance. Empty or absent for the professional edition.',
    schema: { type: 'string', 'x-table': 2 },
  },
  headers: {
    'X-Request-Id': { description: 'The ID of the request.', schema: { type: 'string' } },
    'X-Subject-Token': { description: 'The token.', schema: { type: 'string' } },
  },
  success: {
    200: 'Successful.',
    201: 'Created.',
    202: 'Accepted. Processing continues.',
    204: 'Successful, without a body.',
  } as Readonly<Record<number, string>>,
  responses: {
    Refused: { description: 'The request is not valid.', example: page400() },
    Unauthorized: {
      description: 'The token or signature is missing or wrong. Returned by the gateway.',
      example: {
        error_msg: 'Incorrect IAM authentication information: decrypt token fail',
        error_code: 'APIGW.0301',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    Forbidden: {
      description: 'The IAM user lacks the permission. Returned by the gateway.',
      example: {
        error_msg: 'The IAM user is not allowed to access the API',
        error_code: 'APIGW.0302',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    NotFound: {
      description: 'The address or the ID does not exist.',
      example: {
        error_msg: 'The API does not exist or has not been published',
        error_code: 'APIGW.0101',
        request_id: '00000000-0000-4000-8000-000000000001',
      },
    },
    Failed: { description: 'The service failed.', example: page500() },
    IamRefused: {
      description: 'IAM rejected the request or failed.',
      example: {
        error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' },
      },
    },
  },
  /** Further descriptions of single operations. */
  operations: {
    createDeployment: {
      description:
        'Creates a deployment on one edge node or in one node group. The API page documents status 200, newer pages 201. `x-rules` lists the rules that the schema contains and those that it does not.',
    },
    updateDeployment: {
      description:
        'Replaces the entire deployment part, the description, or both. The name, target, and tags do not change.',
    },
    listDeployments: { description: '`node_id` and `group_id` are mutually exclusive.' },
    listPods: {
      description:
        'One of `node_id`, `group_id`, `deployment_id`, and `deployment_ids` is required.',
    },
  } as Readonly<Partial<Record<EndpointId, JsonSchema>>>,
};

/** The groups of operations. */
export const apiTags = [
  { name: 'Deployments', description: 'Applications on edge nodes (应用部署).' },
  { name: 'Instances', description: 'The running instances of deployments (应用实例).' },
  { name: 'Edge nodes', description: 'Edge nodes and node groups (边缘节点、节点组).' },
  { name: 'Configuration', description: 'Configmaps and secrets (配置项、密钥).' },
  { name: 'Quotas', description: 'Limits of a project (配额).' },
  { name: 'IAM', description: 'Tokens and projects, on another host (统一身份认证).' },
] as const;

type TagName = (typeof apiTags)[number]['name'];

/** The group of each collection, by the path segment after `edgemgr`. */
const tagsBySegment: Readonly<Record<string, TagName>> = {
  deployments: 'Deployments',
  pods: 'Instances',
  nodes: 'Edge nodes',
  groups: 'Edge nodes',
  configmaps: 'Configuration',
  secrets: 'Configuration',
  quotas: 'Quotas',
};

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
