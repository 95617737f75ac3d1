import { shown } from '#src/domain/core/characters/characters.ts';
import { forbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';

/** Why a text cannot be converted, and where. */
export interface Refusal extends TextPlace {
  readonly message: Text;
}

/** Thrown by the readers; `convert` catches it and returns the refusal. */
export class RefusalError extends Error {
  readonly offset: number;
  readonly text: Text;
  constructor(offset: number, text: Text) {
    super(text.en);
    this.offset = offset;
    this.text = text;
  }
}

/** Maximum nesting depth; the root counts as one. */
export const MAX_DEPTH = 64;
/** Maximum size of a text in bytes of UTF-8. */
export const MAX_BYTES = 1024 * 1024;
/** Kubernetes manifests of a whole namespace are larger than one body. */
export const MAX_YAML_BYTES = 5 * MAX_BYTES;

export const refusals = {
  empty: { en: 'The text is empty.', zh: '内容为空。' },
  tooLarge: (limit: number): Text => ({
    en: `The text is larger than ${limit / MAX_BYTES} MiB.`,
    zh: `内容超过 ${limit / MAX_BYTES} MiB。`,
  }),
  tooDeep: {
    en: `The text is nested more than ${MAX_DEPTH} levels deep.`,
    zh: `内容嵌套超过 ${MAX_DEPTH} 层。`,
  },
  surrogate: {
    en: 'This is half a surrogate pair, which UTF-8 cannot represent. Remove it.',
    zh: '此处有不成对的代理项，无法用 UTF-8 表示，请将其删除。',
  },
  prototype: forbiddenKey,
  duplicateKey: (key: string, line: number): Text => ({
    en: `The key “${shown(key)}” is already on line ${line}. Keep only one.`,
    zh: `键“${shown(key)}”已在第 ${line} 行出现，请只保留一个。`,
  }),
  bigInteger: (text: string): Text => ({
    en: `${shown(text)} is beyond 2^53 and cannot be represented exactly.`,
    zh: `${shown(text)} 超过 2^53，无法精确表示。`,
  }),
  rewrittenNumber: (text: string): Text => ({
    en: `${shown(text)} would be written as ${Number(text)}. Write it that way, or as text in quotes.`,
    zh: `${shown(text)} 会被写成 ${Number(text)}。请直接这样填写，或加引号写成文本。`,
  }),
  aliases: {
    en: 'The aliases expand to too many values.',
    zh: '别名展开后的值过多。',
  },
  cycle: (name: string): Text => ({
    en: `The alias *${shown(name)} refers to itself or has no anchor before it.`,
    zh: `别名 *${shown(name)} 引用了自身，或前面没有对应的锚点。`,
  }),
  notText: {
    en: 'This is not JSON, YAML, a docker run or curl command, or a .env file.',
    zh: '内容不是 JSON、YAML、docker run 命令、curl 命令或 .env 文件。',
  },
  unknownShape: {
    en: 'Unknown content. An IEF body, a Kubernetes manifest with a workload, a compose file or docker inspect output can be converted.',
    zh: '无法识别的内容。可转换 IEF 请求体、包含工作负载的 Kubernetes 清单、Compose 文件或 docker inspect 的输出。',
  },
  noWorkload: (found: readonly string[]): Text => ({
    en: `There is no workload to convert, only ${found.slice(0, 10).map(shown).join(', ')}. Pod, Deployment, StatefulSet, DaemonSet and ReplicaSet can be converted.`,
    zh: `没有可转换的工作负载，只有 ${found.slice(0, 10).map(shown).join('、')}。可转换 Pod、Deployment、StatefulSet、DaemonSet 和 ReplicaSet。`,
  }),
  noSuchName: (name: string, names: readonly string[]): Text => ({
    en: `“${shown(name)}” was not found. Available: ${names.slice(0, 10).map(shown).join(', ')}.`,
    zh: `未找到“${shown(name)}”，可选：${names.slice(0, 10).map(shown).join('、')}。`,
  }),
  template: {
    en: 'This is a template of Helm. Convert the output of helm template instead.',
    zh: '这是 Helm 模板，请转换 helm template 的输出。',
  },
  oddKey: {
    en: 'A key must be text, not a list or an object.',
    zh: '此处的键必须是文本，不能是列表或对象。',
  },
} as const;
