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
  const en = replicas === 1 ? '1 instance' : `${replicas} instances`;
  const made = {
    en: `Creates ${en} of ${name ? `“${name}”` : 'the unnamed deployment'}`,
    zh: `创建${name ? `应用部署“${name}”` : '未命名应用部署'}的 ${replicas} 个实例`,
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
  const first = titlesOf(containers, ({ isInit }) => isInit);
  if (first.length === 0) return [];
  const list = listOf(first);
  return [
    {
      en: `Runs ${list.en} to completion first${first.length > 1 ? ', one after another' : ''}.`,
      zh: `先${first.length > 1 ? '依次' : ''}运行${spaced(list.zh)}直到结束。`,
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
        en: 'The containers use the network of the node: every port they open is a port on the node.',
        zh: '容器使用节点网络：容器打开的端口即为节点端口。',
      },
    ];
  const titles = titlesOf(containers);
  const all = containers.flatMap(({ ports: own }, index) =>
    own.filter(({ host }) => host !== '').map((port) => ({ ...port, title: titles[index]! })),
  );
  if (all.length > MAX_EACH)
    return [
      {
        en: `${all.length} ports on the node are forwarded to containers.`,
        zh: `节点的 ${all.length} 个端口转发到容器。`,
      },
    ];
  return all.map(({ host, container, ip, title }) => {
    const isRange = host.includes('–');
    const at = ip === '' ? { en: '', zh: '' } : { en: ` (${ip})`, zh: `（${ip}）` };
    return isRange
      ? {
          en: `A free port from ${host} on the node${at.en} is forwarded to port ${container} of ${title.en}.`,
          zh: `节点${at.zh}在 ${host} 中的一个空闲端口转发到${spaced(title.zh)}的端口 ${container}。`,
        }
      : {
          en: `Port ${host} on the node${at.en} is forwarded to port ${container} of ${title.en}.`,
          zh: `节点${at.zh}端口 ${host} 转发到${spaced(title.zh)}的端口 ${container}。`,
        };
  });
}

function mounts(containers: readonly DrawnContainer[]): readonly Text[] {
  const titles = titlesOf(containers);
  const sentences = containers.flatMap(({ mounts: own }, index) => {
    const { en, zh } = titles[index]!;
    return [
      ...groupSources(own, 'hostPath', (sources) => ({
        en: `${en} gets access to ${sources.en} on the node.`,
        zh: `${zh} 可访问节点上的 ${sources.zh}。`,
      })),
      ...groupSources(own, 'configMap', (sources) => ({
        en: `${en} reads the configmap ${sources.en}.`,
        zh: `${zh} 读取配置项 ${sources.zh}。`,
      })),
      ...groupSources(own, 'secret', (sources) => ({
        en: `${en} reads the secret ${sources.en}.`,
        zh: `${zh} 读取密钥 ${sources.zh}。`,
      })),
    ].slice(0, MAX_EACH);
  });
  return sentences.slice(0, MAX_EACH * 2);
}

function groupSources(
  all: DrawnContainer['mounts'],
  kind: DrawnContainer['mounts'][number]['kind'],
  words: (sources: Text) => Text,
): readonly Text[] {
  const sources = [...new Set(all.filter((one) => one.kind === kind).map(({ source }) => source))];
  return sources.length === 0
    ? []
    : [words(listOf(sources.map((source) => ({ en: source, zh: source }))))];
}

function rights(containers: readonly DrawnContainer[]): readonly Text[] {
  const names = titlesOf(containers, ({ isPrivileged }) => isPrivileged);
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

/** The names of containers, such as `web`, or `Container 2` where there is no name. */
function titlesOf(
  containers: readonly DrawnContainer[],
  isMeant: (container: DrawnContainer) => boolean = () => true,
): readonly Text[] {
  const counts = { init: 0, app: 0 };
  return containers.flatMap((container) => {
    const { name, isInit } = container;
    const number = ++counts[isInit ? 'init' : 'app'];
    if (!isMeant(container)) return [];
    if (name !== '') return [{ en: name, zh: name }];
    return [
      isInit
        ? { en: `Init container ${number}`, zh: `Init 容器 ${number}` }
        : { en: `Container ${number}`, zh: `容器 ${number}` },
    ];
  });
}

/** Words inside a Chinese sentence, with the spaces that separate Latin letters and digits from Chinese. */
function spaced(zh: string): string {
  return `${/^\p{Script=Han}/u.test(zh) ? '' : ' '}${zh} `;
}

function listOf(words: readonly Text[]): Text {
  return {
    en: englishList(words.map(({ en }) => en)),
    zh: words.map(({ zh }) => zh).join('、'),
  };
}

/** `a`, `a and b`, `a, b, and c`. The first `Intl.ListFormat` of a page blocks a slow phone for a quarter of a second. */
function englishList(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}
