import { shown } from '#src/domain/core/characters/characters.ts';
import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { EveryRule } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';

/** R51. An error, because a create request has a name, a target, and a deployment, and none of these bodies has all of them. */
export const shapeIsOurs: EveryRule = {
  id: 'R51',
  title: {
    en: 'The body is a create request, not the format of another API or tool.',
    zh: '请求体为创建应用部署的请求体，而不是其他接口或工具的内容。',
  },
  source: 'table 3',
  basis: 'stated',
  severity: 'error',
  scope: 'every',
  reads: [],
  blames: [],
};

/** Longer text is not parsed as JSON. */
const MAX_TEXT_LENGTH = 1_000_000;

const body = {
  en: 'name, node_ids or group_id, and deployment',
  zh: 'name、node_ids 或 group_id，以及 deployment',
};

/**
 * Recognizes a body of another format (a manifest, a response, an older version) and says what to do. Undefined for any
 * other value, even an incomplete body: one that has the object `deployment.template`, or no sign of another format.
 */
export function foreignShape(value: unknown, isEdited = false): Text | undefined {
  if (typeof value === 'string') return jsonInText(value);
  if (Array.isArray(value)) return list(value);
  if (!isJsonObject(value)) return undefined;
  const template = asObject(value.deployment).template;
  if (isJsonObject(template)) return camelCase(value) ?? (isEdited ? undefined : update(value));
  return (
    kubernetes(value) ??
    wrapped(value) ??
    answer(value) ??
    compose(value) ??
    inspected(value) ??
    olderVersion(value) ??
    camelCase(value)
  );
}

function jsonInText(text: string): Text | undefined {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || text.length > MAX_TEXT_LENGTH) return undefined;
  try {
    JSON.parse(trimmed);
  } catch {
    return undefined;
  }
  return {
    en: 'This is JSON inside a string. Use the JSON itself: remove the outer quotation marks and the backslashes.',
    zh: '这是包含 JSON 的文本。请直接使用其中的 JSON：去掉外层引号和反斜杠。',
  };
}

function list(values: readonly unknown[]): Text | undefined {
  const [first] = values;
  if (!isJsonObject(first)) return undefined;
  return (
    inspected(first) ?? {
      en: 'This is a list. A request creates one deployment: use one entry of the list as the body.',
      zh: '这是列表。一个请求只创建一个应用部署，请将列表中的一项作为请求体。',
    }
  );
}

function kubernetes(value: JsonObject): Text | undefined {
  const { kind, apiVersion, metadata, spec, items } = value;
  const isManifest =
    (typeof kind === 'string' && (typeof apiVersion === 'string' || isJsonObject(spec))) ||
    (typeof apiVersion === 'string' && (isJsonObject(metadata) || isJsonObject(spec))) ||
    (isJsonObject(metadata) &&
      isJsonObject(spec) &&
      (Object.hasOwn(spec, 'containers') || Object.hasOwn(spec, 'template')));
  if (!isManifest) return undefined;
  const name = typeof kind === 'string' ? shown(kind) : '';
  const many = Array.isArray(items) || name === 'List';
  return {
    en: `This is a Kubernetes ${name || 'manifest'}${many ? ', a list of manifests' : ''}. The API expects a different body: ${body.en}. Put its containers into deployment.template.containers.`,
    zh: `这是 Kubernetes ${name || '清单'}${many ? '（清单列表）' : ''}。该 API 的请求体不同，包含 ${body.zh}，请将其中的容器填写到 deployment.template.containers。`,
  };
}

/** The parameters of the vendor's SDKs, and bodies in the envelope of a tool. */
function wrapped(value: JsonObject): Text | undefined {
  for (const key of ['body', 'Body', 'data', 'request', 'payload', 'json']) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    const holdsBody =
      isJsonObject(inner) &&
      (isJsonObject(inner.deployment) ||
        isJsonObject(inner.template) ||
        Object.hasOwn(inner, 'node_ids'));
    const holdsText = typeof inner === 'string' && jsonInText(inner) !== undefined;
    if (!holdsBody && !holdsText) continue;
    return {
      en: `The body is wrapped in “${key}”, as some SDKs and tools do. Use the content of “${key}” as the body.`,
      zh: `请求体包在“${key}”中（SDK 或工具的写法）。请只使用“${key}”里面的内容。`,
    };
  }
  return undefined;
}

const answerMarks =
  'id project_id api_version created_at updated_at ready_replicas source_id'.split(' ');

function answer(value: JsonObject): Text | undefined {
  if (typeof value.error_code === 'string' || typeof value.error_msg === 'string') {
    return {
      en: `This is an error response from the service, not a request. A request has ${body.en}.`,
      zh: `这是服务返回的错误响应，不是请求。请求体包含 ${body.zh}。`,
    };
  }
  if (Array.isArray(value.deployments) && !Object.hasOwn(value, 'deployment')) {
    return {
      en: 'This is the response to a list request. Take one entry of “deployments”, and move its replicas and template into “deployment”.',
      zh: '这是查询列表的响应。请取 deployments 中的一项，并将其中的 replicas 和 template 放入 deployment。',
    };
  }
  const isFlat = isJsonObject(value.template) && !Object.hasOwn(value, 'deployment');
  if (!isFlat) return undefined;
  return answerMarks.some((mark) => Object.hasOwn(value, mark))
    ? {
        en: 'This is a response from the service, not a request. Move replicas and template into “deployment”, and remove id, project_id, api_version, and the timestamps.',
        zh: '这是服务返回的响应，不是请求。请将 replicas 和 template 放入 deployment，并删除 id、project_id、api_version 和时间字段。',
      }
    : {
        en: 'template is at the top level. Move replicas and template into “deployment”.',
        zh: 'template 位于最外层。请将 replicas 和 template 放入 deployment。',
      };
}

function compose(value: JsonObject): Text | undefined {
  const [service] = Object.values(asObject(value.services));
  if (!isJsonObject(service)) return undefined;
  return {
    en: `This is a compose file. The API expects a different body: ${body.en}. Each service becomes a container in deployment.template.containers.`,
    zh: `这是 compose 文件。该 API 的请求体不同，包含 ${body.zh}，每个 service 对应 deployment.template.containers 中的一个容器。`,
  };
}

function inspected(value: JsonObject): Text | undefined {
  const { Config, HostConfig, Image } = value;
  if (!isJsonObject(Config) && !isJsonObject(HostConfig)) return undefined;
  if (!isJsonObject(HostConfig) && Image === undefined && !Object.hasOwn(asObject(Config), 'Image'))
    return undefined;
  return {
    en: `This is the output of docker inspect. The API expects a different body: ${body.en}. Put the image, command, and variables into deployment.template.containers.`,
    zh: `这是 docker inspect 的输出。该 API 的请求体不同，包含 ${body.zh}，请将镜像、命令和环境变量填写到 deployment.template.containers。`,
  };
}

/** Version 2 has no template: containers and configs are in the deployment or at the top level. */
function olderVersion(value: JsonObject): Text | undefined {
  const deployment = Object.hasOwn(value, 'deployment') ? asObject(value.deployment) : value;
  const { containers, configs, template } = deployment;
  if (template !== undefined || !Array.isArray(containers)) return undefined;
  const isOlder =
    isJsonObject(configs) || containers.some((one) => Object.hasOwn(asObject(one), 'image_url'));
  if (!isOlder) return undefined;
  return {
    en: 'This is a body for version 2 of the API, which has no template. Move configs and containers into deployment.template and replicas into deployment, and write amounts as text.',
    zh: '这是 v2 版 API 的请求体，没有 template。请将 configs 和 containers 放入 deployment.template，将 replicas 放入 deployment，并将资源量写成文本。',
  };
}

/** The body of an update request, which has no name and no target. */
function update(value: JsonObject): Text | undefined {
  const isUpdate = Object.keys(value).every((key) => key === 'deployment' || key === 'description');
  if (!isUpdate || asList(asObject(asObject(value.deployment).template).containers).length === 0)
    return undefined;
  return {
    en: 'This is the body of an update request. To create a deployment, add name, and node_ids or group_id.',
    zh: '这是更新应用部署的请求体。创建应用部署时，请补充 name，以及 node_ids 或 group_id。',
  };
}

/** Keys of this API in camelCase. */
const camelKeys = new Set(
  ['nodeIds', 'groupId', 'imageUrl', 'initContainers', 'hostNetwork', 'restartPolicy'].concat(
    ['containerPort', 'hostPort', 'hostPid', 'tolerationSeconds', 'npuType', 'livenessProbe'],
    ['readinessProbe', 'valueFrom', 'fieldPath', 'readOnly', 'hostIp'],
  ),
);

function camelCase(value: JsonObject): Text | undefined {
  const { deployment } = value;
  const template = asObject(asObject(deployment).template);
  const containers = asList(template.containers).slice(0, 3);
  const groups = [value, asObject(deployment), template, asObject(template.configs), ...containers];
  const keys = groups.flatMap((group) => Object.keys(asObject(group)));
  const camel = keys.filter((key) => camelKeys.has(key));
  if (camel.length < 2 || keys.some((key) => key.includes('_'))) return undefined;
  const [first = ''] = camel;
  return {
    en: `The keys are in camelCase, such as “${first}”. The API uses snake_case: ${snakeCase(first)}.`,
    zh: `键采用了驼峰写法，例如“${first}”。该 API 使用下划线写法：${snakeCase(first)}。`,
  };
}

function snakeCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
