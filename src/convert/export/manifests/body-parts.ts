import { splitCommandLine } from '#src/convert/command/split-line.ts';
import { probeLine } from '#src/convert/body/probe-line.ts';
import type { Ledger } from '#src/convert/report/ledger.ts';
import {
  entry,
  entryAt,
  itemsOf,
  textOf,
  type ListNode,
  type SourceNode,
} from '#src/convert/source/source.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';

/** One container of a body, with its place among all containers of its list. */
export interface ContainerPart {
  readonly source: SourceNode;
  readonly isInit: boolean;
  readonly index: number;
  readonly name: string;
}

/** The parts of a body that every notation needs. */
export interface BodyParts {
  readonly name: SourceNode | undefined;
  readonly configs: SourceNode | undefined;
  readonly replicas: SourceNode | undefined;
  readonly tags: readonly SourceNode[];
  readonly affinity: SourceNode | undefined;
  /** Init containers first, in the order in which they run. */
  readonly containers: readonly ContainerPart[];
}

export function readParts(root: SourceNode): BodyParts {
  const template = entryAt(root, 'deployment', 'template');
  const list = (key: string, isInit: boolean) =>
    itemsOf(entry(template, key))
      .filter((source) => source.kind === 'object')
      .map((source, index) => ({
        source,
        isInit,
        index,
        name: textOf(entry(source, 'name')) || `container-${index}`,
      }));
  return {
    name: entry(root, 'name'),
    configs: entry(template, 'configs'),
    replicas: entryAt(root, 'deployment', 'replicas'),
    tags: itemsOf(entry(root, 'tags')),
    affinity: entry(template, 'affinity'),
    containers: [...list('init_containers', true), ...list('containers', false)],
  };
}

/** The value of a leaf that is a boolean; undefined for anything else. */
export function flagOf(source: SourceNode | undefined): boolean | undefined {
  return source?.kind === 'leaf' && typeof source.value === 'boolean' ? source.value : undefined;
}

/** The texts of a list that consists of texts; undefined for anything else. */
export function wordsOf(source: SourceNode | undefined): readonly string[] | undefined {
  if (source?.kind !== 'list') return undefined;
  const words = source.items.map(textOf);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/** A list of texts, carried to a path. */
export function carryWords(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path | string,
): readonly string[] {
  const words = wordsOf(source);
  if (words === undefined) return [];
  for (const [index, item] of (source as ListNode).items.entries())
    ledger.carry(item, typeof to === 'string' ? to : [...to, index]);
  return words;
}

/** A boolean that is only written if it is true, because false is the default everywhere. */
export function carryFlag(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path | string,
): true | undefined {
  const flag = flagOf(source);
  if (flag === true) ledger.carry(source, to);
  if (flag === false) ledger.carry(source, null, isDefault);
  return flag === true ? true : undefined;
}

/** The text of a leaf, carried to a flag. */
export function carryToFlag(
  ledger: Ledger,
  source: SourceNode | undefined,
  flag: string,
): string | undefined {
  const text = textOf(source);
  if (text !== undefined) ledger.carry(source, flag);
  return text;
}

/** The decimal of an amount; anything else is lost. */
export function amountOf(ledger: Ledger, source: SourceNode | undefined): string | undefined {
  const text = textOf(source);
  if (text === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return text;
  ledger.lose(source, { en: 'this is not a valid amount.', zh: '资源量无效。' });
  return undefined;
}

/** The words of the one line of an exec probe, carried to a path. */
export function probeWords(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path | string,
): readonly string[] | undefined {
  const line = textOf(source);
  if (line === undefined) return undefined;
  const words = splitCommandLine(line);
  if (words === undefined || words.length === 0) {
    ledger.change(source, to, {
      en: 'this line cannot be split into words, so a shell runs it.',
      zh: '无法拆分为多个词，改由 shell 执行。',
    });
    return ['sh', '-c', line];
  }
  const isSame = probeLine(words) === line;
  if (isSame && words.length === 1) ledger.carry(source, to);
  else
    ledger.carry(source, to, {
      en: `split into ${words.length} ${words.length === 1 ? 'word' : 'words'}.`,
      zh: `拆分为 ${words.length} 个词。`,
    });
  return words;
}

/** A variable of a container: a value, or where it comes from. */
export interface Variable {
  readonly name: string;
  readonly source: SourceNode;
  readonly value: string | undefined;
}

/** The variables of a container that have a name. */
export function variablesIn(container: SourceNode): readonly Variable[] {
  return itemsOf(entry(container, 'envs')).flatMap((source): Variable[] => {
    const name = textOf(entry(source, 'name'));
    return name ? [{ name, source, value: textOf(entry(source, 'value')) }] : [];
  });
}

/** Tags as labels, each carried to a place. A second tag with the same key stays behind. */
export function labelsOf(
  ledger: Ledger,
  tags: readonly SourceNode[],
  to: (key: string) => Path | string,
): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  for (const tag of tags) {
    const key = textOf(entry(tag, 'key'));
    if (key === undefined || labels.has(key)) continue;
    labels.set(key, textOf(entry(tag, 'value')) ?? '');
    for (const part of ['key', 'value'])
      ledger.carry(entry(tag, part), to(key), {
        en: 'became a label of the containers.',
        zh: '转换为容器的标签。',
      });
  }
  return Object.fromEntries(labels);
}

/** Sets a key unless there is nothing to set. */
export function setIfAny(draft: Record<string, Json>, key: string, value: Json | undefined): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return;
  draft[key] = value;
}

export const isDefault: Text = { en: 'this is the default there.', zh: '与默认值相同。' };

/** Reasons for a loss that all notations share, by the key in the body. */
const exportLosses: Readonly<Record<string, Text>> = {
  node_ids: {
    en: 'only IEF knows its edge nodes. Choose a machine there.',
    zh: '边缘节点是 IEF 的概念，请在目标平台选择机器。',
  },
  group_id: {
    en: 'only IEF knows its node groups. Choose machines there.',
    zh: '节点组是 IEF 的概念，请在目标平台选择机器。',
  },
  source: { en: 'only IEF has a source.', zh: '仅 IEF 有此字段。' },
  description: { en: 'there is no description.', zh: '没有描述字段。' },
  annotations: {
    en: 'these annotations only mean something in IEF.',
    zh: '这些注解仅对 IEF 有意义。',
  },
  migration: { en: 'only node groups of IEF migrate instances.', zh: '仅 IEF 的节点组支持迁移。' },
  toleration_seconds: {
    en: 'instances do not move to another machine.',
    zh: '应用实例不会迁移到其他机器。',
  },
  affinity: { en: 'there is no scheduling.', zh: '没有调度功能。' },
  dns_policy: { en: 'there is no DNS policy.', zh: '没有 DNS 策略。' },
  version: { en: 'the image tag is the version.', zh: '镜像标签即版本。' },
  npu_type: { en: 'the chip type has no counterpart.', zh: '没有与芯片类型对应的字段。' },
  gpu: {
    en: 'IEF counts GPU memory. There, whole GPUs are requested.',
    zh: 'IEF 按显存申请 GPU，目标平台按个数申请。',
  },
  npu: { en: 'NPUs cannot be requested.', zh: '不支持申请 NPU。' },
  host_port_range: {
    en: 'a port cannot be chosen from a range. Add a host port.',
    zh: '不支持在端口范围内自动选择，请添加主机端口。',
  },
  envs: { en: 'the variable has no value there.', zh: '该变量在目标平台没有取值。' },
  value_from: {
    en: 'configmaps and secrets of IEF do not exist there. Set the variable itself.',
    zh: '目标平台没有 IEF 的配置项和密钥，请直接设置变量。',
  },
  field_path: {
    en: 'the address of the host is not known there. Set the variable itself.',
    zh: '无法获取主机地址，请直接设置变量。',
  },
  readiness_probe: { en: 'there is no readiness probe.', zh: '没有就绪探针。' },
  tags: { en: 'this is not a valid label.', zh: '不是有效的标签。' },
};

const noField: Text = { en: 'there is no field for this.', zh: '没有对应的字段。' };

/** Why a value of a body is lost: the reason of the innermost key that has one. */
export function explainExportLoss(
  own: Readonly<Record<string, Text>>,
): (leaf: { readonly path: Path }) => Text {
  return ({ path }) => {
    for (const key of path.toReversed()) {
      const name = String(key);
      if (Object.hasOwn(own, name)) return own[name]!;
      if (Object.hasOwn(exportLosses, name)) return exportLosses[name]!;
    }
    return noField;
  };
}
