import { shown } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';

/** Why a text cannot be converted, and where. */
export interface Refusal extends TextPlace {
  readonly message: Text;
}

/** Thrown inside the readers; `convert` returns what it holds and throws nothing. */
export class RefusalError extends Error {
  readonly offset: number;
  readonly text: Text;
  constructor(offset: number, text: Text) {
    super(text.en);
    this.offset = offset;
    this.text = text;
  }
}

/** Deepest nesting that is read, the root counted as one. */
export const MAX_DEPTH = 64;
/** Largest text in bytes of UTF-8, and the largest that is read as YAML. */
export const MAX_BYTES = 1024 * 1024;
/** Kubernetes manifests of a whole namespace are larger than one body. */
export const MAX_YAML_BYTES = 5 * MAX_BYTES;

/** The reasons a text is refused. */
export const refusals = {
  empty: { en: 'The text is empty.', zh: '内容为空。' },
  tooLarge: (limit: number): Text => ({
    en: `The text is larger than ${limit / MAX_BYTES} MiB.`,
    zh: `内容超过 ${limit / MAX_BYTES} MiB。`,
  }),
  tooDeep: {
    en: `The text nests deeper than ${MAX_DEPTH} levels.`,
    zh: `内容嵌套超过 ${MAX_DEPTH} 层。`,
  },
  surrogate: {
    en: 'This is half of a surrogate pair, which cannot be sent as UTF-8. Remove it.',
    zh: '此处有不成对的代理项，无法以 UTF-8 发送，请将其删除。',
  },
  prototype: {
    en: 'A key must not be __proto__. Remove it.',
    zh: '键名不能是 __proto__，请将其删除。',
  },
  duplicateKey: (key: string, line: number): Text => ({
    en: `The key “${shown(key)}” is already in line ${line}. Keep one of them.`,
    zh: `键“${shown(key)}”已在第 ${line} 行出现，请只保留一个。`,
  }),
  bigInteger: (text: string): Text => ({
    en: `${shown(text)} is beyond 2^53 and cannot be kept exactly.`,
    zh: `${shown(text)} 超过 2^53，无法精确保存。`,
  }),
  rewrittenNumber: (text: string): Text => ({
    en: `${shown(text)} would be written as ${Number(text)}. Write it that way, or as text in quotes.`,
    zh: `${shown(text)} 会被写成 ${Number(text)}。请直接这样填写，或加引号写成文本。`,
  }),
  aliases: {
    en: 'The aliases of this text expand to too many values.',
    zh: '文本中的别名展开后的值过多。',
  },
  cycle: (name: string): Text => ({
    en: `The alias *${shown(name)} contains itself or has no anchor before it.`,
    zh: `别名 *${shown(name)} 引用了自身，或前面没有对应的锚点。`,
  }),
  notText: {
    en: 'This is neither JSON nor YAML, nor a docker run, curl or .env text.',
    zh: '这既不是 JSON 或 YAML，也不是 docker run、curl 命令或 .env 文本。',
  },
  unknownShape: {
    en: 'This is not a notation that can be converted: an IEF body, a Kubernetes manifest, a compose file or docker inspect output.',
    zh: '无法识别的内容。可转换 IEF 请求体、Kubernetes 清单、compose 文件或 docker inspect 的输出。',
  },
  noSuchName: (name: string, names: readonly string[]): Text => ({
    en: `There is no “${shown(name)}” here. There is ${names.slice(0, 10).map(shown).join(', ')}.`,
    zh: `其中没有“${shown(name)}”，可选：${names.slice(0, 10).map(shown).join('、')}。`,
  }),
  oddKey: {
    en: 'A key must be plain text here, not a list or an object.',
    zh: '此处的键必须是文本，不能是列表或对象。',
  },
} as const;
