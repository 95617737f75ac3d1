import type { Text } from '#src/domain/core/text.ts';
import type { DrawnContainer, DrawnDeployment } from '../drawing/model/drawn-deployment.ts';

/** The name of the node or node group, if it is known. */
export type TargetNames = { readonly node?: string; readonly group?: string };

/** Ports and mounts that get a sentence each; more of them are counted. */
const MAX_EACH = 6;

/** Describes a create in sentences of both languages, in the order of events. */
export function describeDeployment(body: DrawnDeployment, names: TargetNames): readonly Text[] {
  const { containers } = body;
  return [
    pods(body, names),
    ...initContainers(containers),
    ...images(containers),
    ...ports(body),
    ...mounts(containers),
    ...rights(containers),
    ...restarts(body.restartPolicy),
  ];
}

function pods({ name, replicas, nodeId, groupId }: DrawnDeployment, names: TargetNames): Text {
  const en = replicas === 1 ? '1 pod' : `${replicas} pods`;
  const title = name || '?';
  const made = {
    en: `Creates ${en} of “${title}”`,
    zh: `创建应用部署“${title}”的 ${replicas} 个实例`,
  };
  if (groupId !== '') {
    const group = names.group ?? groupId;
    return {
      en: `${made.en} on nodes of the group “${group}”.`,
      zh: `在节点组“${group}”的节点上${made.zh}。`,
    };
  }
  if (nodeId === '')
    return { en: `${made.en}. No node is chosen yet.`, zh: `${made.zh}，尚未选择节点。` };
  const node = names.node ?? nodeId;
  return { en: `${made.en} on node “${node}”.`, zh: `在节点“${node}”上${made.zh}。` };
}

function initContainers(containers: readonly DrawnContainer[]): readonly Text[] {
  const first = containers.filter(({ isInit }) => isInit).map(({ name }) => name || '?');
  if (first.length === 0) return [];
  return [
    {
      en: `First runs ${listOf(first).en} to the end${first.length > 1 ? ', one after another' : ''}.`,
      zh: `先${first.length > 1 ? '依次' : ''}运行 ${listOf(first).zh} 直到结束。`,
    },
  ];
}

function images(containers: readonly DrawnContainer[]): readonly Text[] {
  const all = [...new Set(containers.map(({ image }) => image).filter((image) => image !== ''))];
  if (all.length === 0) return [];
  if (all.length === 1)
    return [{ en: `The node pulls ${all[0]}.`, zh: `节点拉取镜像 ${all[0]}。` }];
  const folders = [...new Set(all.map((image) => image.split('/').slice(0, -1).join('/')))];
  const from = folders.length === 1 && folders[0] !== '' ? folders[0] : undefined;
  return [
    {
      en: `The node pulls ${all.length} images${from ? ` from ${from}` : ''}.`,
      zh: `节点${from ? `从 ${from} ` : ''}拉取 ${all.length} 个镜像。`,
    },
  ];
}

function ports({ containers, usesHostNetwork }: DrawnDeployment): readonly Text[] {
  if (usesHostNetwork)
    return [
      {
        en: 'The containers use the network of the node: every port they open is a port of the node.',
        zh: '容器使用节点网络：容器打开的端口即为节点端口。',
      },
    ];
  const all = containers.flatMap(({ name, ports: own }) =>
    own.filter(({ host }) => host !== '').map((port) => ({ ...port, name: name || '?' })),
  );
  if (all.length > MAX_EACH)
    return [
      {
        en: `${all.length} ports of the node are forwarded to containers.`,
        zh: `节点的 ${all.length} 个端口转发到容器。`,
      },
    ];
  return all.map(({ host, container, ip, name }) => {
    const isRange = host.includes('–');
    const at = ip === '' ? { en: '', zh: '' } : { en: ` (${ip})`, zh: `（${ip}）` };
    return isRange
      ? {
          en: `A free port of ${host} of the node${at.en} is forwarded to port ${container} of ${name}.`,
          zh: `节点${at.zh}在 ${host} 中的一个空闲端口转发到 ${name} 的端口 ${container}。`,
        }
      : {
          en: `Port ${host} of the node${at.en} is forwarded to port ${container} of ${name}.`,
          zh: `节点${at.zh}端口 ${host} 转发到 ${name} 的端口 ${container}。`,
        };
  });
}

function mounts(containers: readonly DrawnContainer[]): readonly Text[] {
  const sentences = containers.flatMap(({ name, mounts: own }) =>
    [
      ...groupSources(name, own, 'hostPath', (sources) => ({
        en: `${name} gets access to ${sources.en} of the node.`,
        zh: `${name} 可访问节点上的 ${sources.zh}。`,
      })),
      ...groupSources(name, own, 'configMap', (sources) => ({
        en: `${name} reads the configmap ${sources.en}.`,
        zh: `${name} 读取配置项 ${sources.zh}。`,
      })),
      ...groupSources(name, own, 'secret', (sources) => ({
        en: `${name} reads the secret ${sources.en}.`,
        zh: `${name} 读取密钥 ${sources.zh}。`,
      })),
    ].slice(0, MAX_EACH),
  );
  return sentences.slice(0, MAX_EACH * 2);
}

function groupSources(
  name: string,
  all: DrawnContainer['mounts'],
  kind: DrawnContainer['mounts'][number]['kind'],
  words: (sources: Text) => Text,
): readonly Text[] {
  const sources = [...new Set(all.filter((one) => one.kind === kind).map(({ source }) => source))];
  return sources.length === 0 || name === '' ? [] : [words(listOf(sources))];
}

function rights(containers: readonly DrawnContainer[]): readonly Text[] {
  const names = containers
    .filter(({ isPrivileged }) => isPrivileged)
    .map(({ name }) => name || '?');
  if (names.length === 0) return [];
  const list = listOf(names);
  const verb = names.length === 1 ? 'gets' : 'get';
  return [
    {
      en: `${list.en} ${verb} almost all rights on the node (privileged).`,
      zh: `${list.zh} 获得节点上的几乎全部权限（特权容器）。`,
    },
  ];
}

const restartSentences: ReadonlyMap<string, Text> = new Map([
  ['Always', { en: 'A container that exits is always restarted.', zh: '容器退出后总是重启。' }],
  [
    'OnFailure',
    {
      en: 'A container that exits with an error is restarted.',
      zh: '容器异常退出后重启，正常退出后不重启。',
    },
  ],
  ['Never', { en: 'A container that exits is not restarted.', zh: '容器退出后不重启。' }],
]);

function restarts(policy: string): readonly Text[] {
  const sentence = restartSentences.get(policy);
  return sentence ? [sentence] : [];
}

function listOf(words: readonly string[]): Text {
  const format = (language: string) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
  return { en: format('en'), zh: words.join('、') };
}
