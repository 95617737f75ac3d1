import type { FieldSpec, GroupSpec, LeafSpec } from '#src/domain/core/spec/field.ts';
import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { errorAnswerGroup, failureAnswerGroup } from '#src/domain/api/answers/deployment.fields.ts';
import {
  endpoints,
  pathFields,
  type Endpoint,
  type EndpointId,
} from '#src/domain/api/endpoints.ts';
import { iamErrorGroup } from '#src/domain/api/iam.fields.ts';
import { gatewayErrorGroup } from '#src/domain/api/answers/gateway-error.fields.ts';
import { ruleLists, ruleParts } from './deployment-schema.ts';
import { byName, createSchemaBuilder, DIALECT, type JsonSchema } from './json-schema.ts';
import { apiTags, apiWords, examplesOf, tagOf } from './openapi-words.ts';

/** The generation described: that of the API page. */
const REF_BASE = '#/components/schemas/';

/**
 * The suffix for the name of a type that a response repeats with differences. The create request is described first, so its
 * types have the plain names.
 */
function suffixOf(endpoint: Endpoint): string {
  const tag = tagOf(endpoint);
  if (tag === 'Instances') return 'OfPod';
  return tag === 'Edge nodes' ? 'OfNode' : 'Answer';
}

/** The OpenAPI 3.1 description of the endpoints that the product uses. */
export function openApi(): JsonSchema {
  const rules = ruleParts(PAGE_GENERATION, REF_BASE);
  const defs: Record<string, JsonSchema> = { ...rules.defs };
  const requestBuilder = () =>
    createSchemaBuilder(PAGE_GENERATION, {
      refBase: REF_BASE,
      defs,
      additions: rules.additions,
      rename,
      suffix: 'Update',
    });
  const responseBuilder = (suffix: string) =>
    createSchemaBuilder(PAGE_GENERATION, { refBase: REF_BASE, defs, rename, suffix });

  const operations = endpoints.map((endpoint: Endpoint & { id: EndpointId }) => {
    const { request, answer } = endpoint;
    const refTo = (schema: JsonSchema) => ({ 'application/json': { schema } });
    return {
      endpoint,
      operation: operationOf(
        endpoint,
        request && refTo(requestBuilder().bareSchemaOf(request)),
        answer && refTo(responseBuilder(suffixOf(endpoint)).bareSchemaOf(answer)),
      ),
    };
  });
  const errorContent = (group: GroupSpec) => responseBuilder('Answer').bareSchemaOf(group);
  return {
    openapi: '3.1.1',
    info: apiWords.info,
    jsonSchemaDialect: DIALECT,
    servers: apiWords.servers,
    security: [{ token: [] }, { signature: [] }],
    tags: apiTags,
    paths: pathsOf(operations),
    components: {
      securitySchemes: apiWords.securitySchemes,
      parameters: parameters(),
      headers: apiWords.headers,
      responses: responses(errorContent),
      schemas: byName(defs),
    },
  };
}

/** Renames the types secret and configmap of the API page, because generated file names may ignore case. */
const renamed: Readonly<Record<string, string>> = {
  secret: 'SecretKey',
  configmap: 'ConfigMapKey',
};

function rename(name: string): string {
  return renamed[name] ?? name;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

function operationOf(
  endpoint: Endpoint & { id: EndpointId },
  request: Content | undefined,
  answer: Content | undefined,
): JsonSchema {
  const { id, host, summary, query, success } = endpoint;
  const examples = examplesOf[id];
  const successResponses = success.map((status) => [
    String(status),
    {
      description: apiWords.success[status],
      headers: answerHeaders(id),
      ...(answer && { content: withExamples(answer, examples?.answer) }),
    },
  ]);
  return {
    operationId: id,
    summary: summary.en,
    'x-summary-zh': summary.zh,
    ...apiWords.operations[id],
    tags: [tagOf(endpoint)],
    ...(id === 'createToken' && { security: [] }),
    ...(id === 'createDeployment' && { 'x-rules': ruleLists(PAGE_GENERATION) }),
    parameters: [
      ...(host === 'ief' ? [{ $ref: '#/components/parameters/ief-instance-id' }] : []),
      ...Object.entries(query).map(([key, spec]) => parameterOf(key, spec, 'query')),
    ],
    ...(request && {
      requestBody: { required: true, content: withExamples(request, examples?.request) },
    }),
    responses: { ...Object.fromEntries(successResponses), ...refusals(host) },
  };
}

function withExamples(content: Content, example: unknown): unknown {
  if (example === undefined) return content;
  return { 'application/json': { ...content['application/json'], example } };
}

function answerHeaders(id: EndpointId): JsonSchema {
  return {
    'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
    ...(id === 'createToken' && {
      'X-Subject-Token': { $ref: '#/components/headers/X-Subject-Token' },
    }),
  };
}

function refusals(host: Endpoint['host']): JsonSchema {
  const names =
    host === 'ief'
      ? { 400: 'Refused', 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 500: 'Failed' }
      : {
          400: 'IamRefused',
          401: 'IamRefused',
          403: 'IamRefused',
          404: 'IamRefused',
          500: 'IamRefused',
        };
  return Object.fromEntries(
    Object.entries(names).map(([status, name]) => [
      status,
      { $ref: `#/components/responses/${name}` },
    ]),
  );
}

function responses(schemaOf: (group: GroupSpec) => JsonSchema): JsonSchema {
  const groups = {
    Refused: errorAnswerGroup,
    Unauthorized: gatewayErrorGroup,
    Forbidden: gatewayErrorGroup,
    NotFound: gatewayErrorGroup,
    Failed: failureAnswerGroup,
    IamRefused: iamErrorGroup,
  };
  return Object.fromEntries(
    Object.entries(groups).map(([name, group]) => {
      const { description, example } = apiWords.responses[name as keyof typeof groups];
      const content = withExamples({ 'application/json': { schema: schemaOf(group) } }, example);
      return [name, { description, content }];
    }),
  );
}

/** Operations by path. Path parameters are described once per path. */
function pathsOf(
  operations: readonly { readonly endpoint: Endpoint; readonly operation: JsonSchema }[],
): JsonSchema {
  const templates = new Set(operations.map(({ endpoint }) => endpoint.template));
  return Object.fromEntries(
    Array.from(templates, (template) => {
      const here = operations.filter(({ endpoint }) => endpoint.template === template);
      const keys = Array.from(template.matchAll(/\{(\w+)\}/g), ([, key]) => key);
      return [
        template,
        {
          ...(here[0]?.endpoint.host === 'iam' && { servers: apiWords.iamServers }),
          ...(keys.length > 0 && {
            parameters: keys.map((key) => ({ $ref: `#/components/parameters/${key}` })),
          }),
          ...Object.fromEntries(
            here.map(({ endpoint, operation }) => [endpoint.method.toLowerCase(), operation]),
          ),
        },
      ];
    }),
  );
}

function parameters(): JsonSchema {
  const inPath = Object.entries(pathFields).map(([key, spec]) => [
    key,
    parameterOf(key, spec, 'path'),
  ]);
  return { ...Object.fromEntries(inPath), 'ief-instance-id': apiWords.instance };
}

function parameterOf(key: string, spec: LeafSpec, place: 'path' | 'query'): JsonSchema {
  const builder = createSchemaBuilder(PAGE_GENERATION, {});
  return {
    name: key,
    in: place,
    ...((place === 'path' || spec.required) && { required: true }),
    description: spec.help ? `${spec.label.en}. ${spec.help.en}` : `${spec.label.en}.`,
    schema: builder.schemaOf(spec satisfies FieldSpec),
  };
}
