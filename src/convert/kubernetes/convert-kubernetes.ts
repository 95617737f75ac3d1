import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import {
  chooseParts,
  type Choice,
  type MappingResult,
  type MappingContext,
} from '../report/mapping-context.ts';
import {
  integerOf,
  setIfPresent,
  carryBoolean,
  carryInteger,
  carryText,
  type DraftObject,
} from '../report/carry.ts';
import { entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';
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
  context: MappingContext,
  documents: readonly SourceNode[],
): MappingResult | undefined {
  const { ledger, names } = context;
  const objects = documents.flatMap(listObjects);
  const workloads = objects.filter(({ kind }) => workloadKinds.has(kind));
  // A hook of Helm, such as a test, does not belong to the application.
  const [lasting, hooks] = [false, true].map((isHook) =>
    workloads.filter((workload) => isHelmHook(workload) === isHook),
  ) as [KubernetesObject[], KubernetesObject[]];
  const { chosen, choices } = chooseParts([...lasting, ...hooks], names, false);
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
  for (const document of documents) claimList(context, document);
  const references = createReferences(ledger, stores);
  const body = mapWorkload(context, workload, references);
  for (const object of objects) {
    if (object === workload || object.kind === 'ConfigMap' || object.kind === 'Secret') continue;
    loseObject(context, object, choices);
  }
  references.finish();
  return { body, choices, explain: explainKubernetesLoss };
}

function isHelmHook({ source }: KubernetesObject): boolean {
  return entryAt(source, 'metadata', 'annotations')?.kind === 'object'
    ? entry(entryAt(source, 'metadata', 'annotations'), 'helm.sh/hook') !== undefined
    : false;
}

/** The keys of a List around the objects. */
function claimList({ ledger }: MappingContext, source: SourceNode): void {
  if (entry(source, 'items') === undefined) return;
  for (const key of ['apiVersion', 'kind'])
    ledger.carry(entry(source, key), ['deployment'], {
      en: 'a list of objects.',
      zh: '对象列表。',
    });
}

function loseObject(
  { ledger }: MappingContext,
  object: KubernetesObject,
  choices: readonly Choice[],
): void {
  const { kind, name, source } = object;
  const isChoice = choices.some((choice) => choice.line === source.line && choice.name === name);
  ledger.lose(
    source,
    isChoice
      ? {
          en: `${kind} ${shown(name)} was not selected. A body holds one deployment.`,
          zh: `未选择 ${kind} ${shown(name)}。一个请求体只对应一个应用部署。`,
        }
      : {
          en: `IEF has no ${shown(kind) || 'such object'}. Only workloads, ConfigMaps and Secrets are converted.`,
          zh: `IEF 没有 ${shown(kind) || '此类对象'}，只转换工作负载、ConfigMap 和 Secret。`,
        },
  );
}

function mapWorkload(
  context: MappingContext,
  { kind, source, name }: KubernetesObject,
  references: References,
): DraftObject {
  const { ledger } = context;
  const isPod = kind === 'Pod';
  const spec = entry(source, 'spec');
  const template = isPod ? source : entry(spec, 'template');
  const pod = isPod ? spec : entry(template, 'spec');
  claimKind(context, source, kind);
  const draft: DraftObject = { name: '' };
  const nameSource = entryAt(source, 'metadata', 'name');
  if (nameSource !== undefined) draft.name = carryText(ledger, nameSource, ['name']) ?? '';
  else if (name !== '') {
    draft.name = name;
    ledger.change(entryAt(source, 'metadata', 'generateName'), ['name'], {
      en: `the name is ${shown(name)}; IEF adds no suffix.`,
      zh: `名称为 ${shown(name)}，IEF 不会添加后缀。`,
    });
  }
  draft.node_ids = [];
  const labels = [source, ...(isPod ? [] : [template])].map((one) =>
    entryAt(one, 'metadata', 'labels'),
  );
  setIfPresent(draft, 'tags', mapLabels(ledger, labels, ['tags']));
  const selector = entryAt(spec, 'selector', 'matchLabels');
  if (!isPod)
    ledger.carry(selector, ['deployment'], {
      en: 'IEF finds the instances of a deployment automatically.',
      zh: 'IEF 自行查找应用部署的实例。',
    });
  const replicas = isPod
    ? undefined
    : carryInteger(ledger, entry(spec, 'replicas'), ['deployment', 'replicas']);
  draft.deployment = { replicas: replicas ?? 1, template: mapPod(context, pod, references) };
  return draft;
}

function claimKind({ ledger }: MappingContext, source: SourceNode, kind: string): void {
  ledger.carry(entry(source, 'apiVersion'), ['deployment'], {
    en: 'identifies the format.',
    zh: '仅标识内容的格式。',
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
    en: 'became one deployment: IEF deploys it to one node or node group, not to every node.',
    zh: '转换为一个应用部署：IEF 部署到一个节点或节点组，而不是每个节点。',
  },
  StatefulSet: {
    en: 'became a deployment: its instances have neither stable names nor their own volumes.',
    zh: '转换为应用部署：实例没有固定名称，也没有各自的存储卷。',
  },
};

function mapPod(
  context: MappingContext,
  source: SourceNode | undefined,
  references: References,
): DraftObject {
  const { ledger } = context;
  const to = [...TEMPLATE, 'configs'];
  const configs: DraftObject = {};
  const flag = (key: string, target: string) =>
    carryBoolean(ledger, entry(source, key), [...to, target]);
  configs.host_network = flag('hostNetwork', 'host_network') ?? false;
  setIfPresent(configs, 'host_pid', flag('hostPID', 'host_pid'));
  configs.restart_policy =
    carryText(ledger, entry(source, 'restartPolicy'), [...to, 'restart_policy']) ?? 'Always';
  setIfPresent(
    configs,
    'toleration_seconds',
    tolerationSeconds(context, source, [...to, 'toleration_seconds']),
  );
  if (context.generation === '2025')
    setIfPresent(
      configs,
      'dns_policy',
      carryText(ledger, entry(source, 'dnsPolicy'), [...to, 'dns_policy']),
    );
  const pod: Pod = {
    volumes: readVolumes(source),
    references,
    isHostNetwork: configs.host_network === true,
    runAsUser: entryAt(source, 'securityContext', 'runAsUser'),
  };
  const containers = (items: readonly SourceNode[], target: string) =>
    items.map((item, index) => mapContainer(context, item, [...TEMPLATE, target, index], pod));
  const early = itemsOf(entry(source, 'initContainers'));
  const own = itemsOf(entry(source, 'containers'));
  const sidecars = early.filter(isSidecar);
  for (const [index, sidecar] of sidecars.entries())
    ledger.change(
      entry(sidecar, 'restartPolicy'),
      [...TEMPLATE, 'containers', own.length + index],
      becomesContainer,
    );
  const template: DraftObject = { configs };
  setIfPresent(template, 'affinity', mapAffinity(context, source, [...TEMPLATE, 'affinity']));
  const ending = early.filter((item) => !isSidecar(item));
  setIfPresent(template, 'init_containers', containers(ending, 'init_containers'));
  template.containers = containers([...own, ...sidecars], 'containers');
  noteVolumes(context, pod.volumes);
  return template;
}

/** An init container that keeps running. In IEF it would stop all others from starting. */
function isSidecar(source: SourceNode): boolean {
  return textOf(entry(source, 'restartPolicy')) === 'Always';
}

const becomesContainer = {
  en: 'the sidecar became an ordinary container. IEF starts it together with the others.',
  zh: '边车容器已转换为普通容器，IEF 会同时启动所有容器。',
};

/** How long an instance stays on a failed node. */
function tolerationSeconds(
  { ledger }: MappingContext,
  pod: SourceNode | undefined,
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
