import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import { choose, type Choice, type Mapped, type Mapping } from '../report/mapping.ts';
import {
  integerOf,
  put,
  takeFlag,
  takeInteger,
  takeText,
  type DraftObject,
} from '../report/carry.ts';
import { entry, entryAt, itemsOf, textOf, type Source } from '../source/source.ts';
import { mapAffinity } from './affinity.ts';
import { mapContainer, type Pod } from './container.ts';
import { explainKubernetesLoss } from './hints.ts';
import { mapLabels } from './labels.ts';
import { listObjects, workloadKinds, type KubernetesObject } from './objects.ts';
import { createReferences, type References, type StoredObject } from './references.ts';
import { noteVolumes, readVolumes } from './volumes.ts';

const TEMPLATE: Path = ['deployment', 'template'];

/** Turns the first workload of some manifests, or the named one, into a body. Undefined if there is none. */
export function convertKubernetes(
  mapping: Mapping,
  documents: readonly Source[],
): Mapped | undefined {
  const { ledger, names } = mapping;
  const objects = documents.flatMap(listObjects);
  const workloads = objects.filter(({ kind }) => workloadKinds.has(kind));
  const { chosen, choices } = choose(workloads, names, false);
  const [workload] = chosen;
  if (workload === undefined) return undefined;
  const stores = objects.flatMap(({ kind, name, source }): StoredObject[] => {
    if (kind === 'ConfigMap') return [{ store: 'configmap', name, source }];
    return kind === 'Secret' ? [{ store: 'secret', name, source }] : [];
  });
  for (const { store, source } of stores) {
    if (store !== 'secret') continue;
    for (const key of ['data', 'stringData']) ledger.hide(entry(source, key));
    ledger.hide(entryAt(source, 'metadata', 'annotations'));
  }
  for (const document of documents) claimList(mapping, document);
  const references = createReferences(ledger, stores);
  const body = mapWorkload(mapping, workload, references);
  for (const object of objects) {
    if (object === workload || object.kind === 'ConfigMap' || object.kind === 'Secret') continue;
    loseObject(mapping, object, choices);
  }
  references.finish();
  return { body, choices, explain: explainKubernetesLoss };
}

/** A List around the objects says nothing more. */
function claimList({ ledger }: Mapping, source: Source): void {
  if (entry(source, 'items') === undefined) return;
  for (const key of ['apiVersion', 'kind'])
    ledger.carry(entry(source, key), ['deployment'], {
      en: 'a list of objects.',
      zh: '对象列表。',
    });
}

function loseObject(
  { ledger }: Mapping,
  object: KubernetesObject,
  choices: readonly Choice[],
): void {
  const { kind, name, source } = object;
  const isChoice = choices.some((choice) => choice.line === source.line && choice.name === name);
  ledger.lose(
    source,
    isChoice
      ? {
          en: `${kind} ${shown(name)} was not chosen. One body is one deployment.`,
          zh: `未选择 ${kind} ${shown(name)}。一个请求体只对应一个应用部署。`,
        }
      : {
          en: `IEF has no ${shown(kind) || 'such object'}; only workloads, ConfigMaps and Secrets are read.`,
          zh: `IEF 没有 ${shown(kind) || '此类对象'}，只读取工作负载、ConfigMap 和 Secret。`,
        },
  );
}

function mapWorkload(
  mapping: Mapping,
  { kind, source, name }: KubernetesObject,
  references: References,
): DraftObject {
  const { ledger } = mapping;
  const isPod = kind === 'Pod';
  const spec = entry(source, 'spec');
  const template = isPod ? source : entry(spec, 'template');
  const pod = isPod ? spec : entry(template, 'spec');
  claimKind(mapping, source, kind);
  const draft: DraftObject = { name: '' };
  const nameSource = entryAt(source, 'metadata', 'name');
  if (nameSource !== undefined) draft.name = takeText(ledger, nameSource, ['name']) ?? '';
  else if (name !== '') {
    draft.name = name;
    ledger.change(entryAt(source, 'metadata', 'generateName'), ['name'], {
      en: `is the name ${shown(name)} here; IEF adds nothing to it.`,
      zh: `名称为 ${shown(name)}，IEF 不会添加后缀。`,
    });
  }
  draft.node_ids = [];
  const labels = [source, ...(isPod ? [] : [template])].map((one) =>
    entryAt(one, 'metadata', 'labels'),
  );
  put(draft, 'tags', mapLabels(ledger, labels, ['tags']));
  const selector = entryAt(spec, 'selector', 'matchLabels');
  if (!isPod)
    ledger.carry(selector, ['deployment'], {
      en: 'IEF finds the instances of a deployment by itself.',
      zh: 'IEF 自行查找应用部署的实例。',
    });
  const replicas = isPod
    ? undefined
    : takeInteger(ledger, entry(spec, 'replicas'), ['deployment', 'replicas']);
  draft.deployment = { replicas: replicas ?? 1, template: mapPod(mapping, pod, references) };
  return draft;
}

function claimKind({ ledger }: Mapping, source: Source, kind: string): void {
  ledger.carry(entry(source, 'apiVersion'), ['deployment'], {
    en: 'names the notation.',
    zh: '表示内容的格式。',
  });
  if (kind === 'DaemonSet' || kind === 'StatefulSet') {
    ledger.change(entry(source, 'kind'), ['deployment'], becomesDeployment[kind]);
  } else {
    ledger.carry(entry(source, 'kind'), ['deployment'], {
      en: 'became the deployment.',
      zh: '转换为应用部署。',
    });
  }
}

const becomesDeployment = {
  DaemonSet: {
    en: 'became one deployment: IEF puts it on one node or into one group, not on every node.',
    zh: '转换为一个应用部署：IEF 部署到一个节点或节点组，而不是每个节点。',
  },
  StatefulSet: {
    en: 'became a deployment: its instances have no stable names and no volumes of their own.',
    zh: '转换为应用部署：实例没有固定名称，也没有各自的存储卷。',
  },
};

function mapPod(mapping: Mapping, source: Source | undefined, references: References): DraftObject {
  const { ledger } = mapping;
  const to = [...TEMPLATE, 'configs'];
  const configs: DraftObject = {};
  const flag = (key: string, target: string) =>
    takeFlag(ledger, entry(source, key), [...to, target]);
  configs.host_network = flag('hostNetwork', 'host_network') ?? false;
  put(configs, 'host_pid', flag('hostPID', 'host_pid'));
  configs.restart_policy =
    takeText(ledger, entry(source, 'restartPolicy'), [...to, 'restart_policy']) ?? 'Always';
  put(
    configs,
    'toleration_seconds',
    tolerationSeconds(mapping, source, [...to, 'toleration_seconds']),
  );
  if (mapping.generation === '2025')
    put(configs, 'dns_policy', takeText(ledger, entry(source, 'dnsPolicy'), [...to, 'dns_policy']));
  const pod: Pod = {
    volumes: readVolumes(source),
    references,
    isHostNetwork: configs.host_network === true,
    runAsUser: entryAt(source, 'securityContext', 'runAsUser'),
  };
  const containers = (key: string, target: string) =>
    itemsOf(entry(source, key)).map((item, at) =>
      mapContainer(mapping, item, [...TEMPLATE, target, at], pod),
    );
  const template: DraftObject = { configs };
  put(template, 'affinity', mapAffinity(mapping, source, [...TEMPLATE, 'affinity']));
  put(template, 'init_containers', containers('initContainers', 'init_containers'));
  template.containers = containers('containers', 'containers');
  noteVolumes(mapping, pod.volumes);
  return template;
}

/** How long an instance stays on a node that fails; the rest of a toleration says nothing else. */
function tolerationSeconds(
  { ledger }: Mapping,
  pod: Source | undefined,
  to: Path,
): number | undefined {
  let seconds: number | undefined;
  for (const item of itemsOf(entry(pod, 'tolerations'))) {
    const own = integerOf(entry(item, 'tolerationSeconds'));
    const key = textOf(entry(item, 'key'));
    const isAboutFailure =
      key === undefined || /^node\.kubernetes\.io\/(?:unreachable|not-ready)$/.test(key);
    if (own === undefined || !isAboutFailure || (seconds ?? own) !== own) continue;
    seconds = own;
    ledger.carry(item, to);
  }
  return seconds;
}
