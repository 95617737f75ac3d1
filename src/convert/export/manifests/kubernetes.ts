import { stringify } from 'yaml';
import type { Account, Ledger } from '#src/convert/report/ledger.ts';
import { carryInteger, carryText, type DraftObject } from '#src/convert/report/carry.ts';
import { entry, textOf, type SourceNode } from '#src/convert/source/source.ts';
import type { Path } from '#src/json/path.ts';
import type { SecretVariable } from '../request/secret-marks.ts';
import { explainExportLoss, readParts, setIfAny } from './body-parts.ts';
import { ledgerOf, type DocumentTree } from './document-tree.ts';
import { kubernetesContainer } from './kubernetes-container.ts';
import { podAffinity, podSettings } from './kubernetes-pod.ts';
import { createManifestSecrets } from './kubernetes-secrets.ts';
import { createPodVolumes } from './kubernetes-volumes.ts';

const POD: Path = ['spec', 'template', 'spec'];

/** The text of a manifest with its report. */
export interface Manifest {
  readonly text: string;
  readonly account: Account;
}

/** A Kubernetes Deployment as YAML. Version 1.1 is what kubectl reads, so texts such as `yes` get quotes. */
export function kubernetesManifest(
  tree: DocumentTree,
  marks: ReadonlyMap<string, SecretVariable>,
): Manifest {
  const ledger = ledgerOf(tree);
  const { name, configs, replicas, tags, affinity, containers } = readParts(tree.root);
  const app = carryText(ledger, name, ['metadata', 'name']) ?? '';
  const metadata: DraftObject = { name: app };
  setIfAny(metadata, 'labels', labels(ledger, tags, ['metadata', 'labels']));
  const description = entry(tree.root, 'description');
  const annotation = 'kubernetes.io/description';
  const text = carryText(ledger, description, ['metadata', 'annotations', annotation]);
  if (text !== undefined) metadata.annotations = { [annotation]: text };

  const pod = podSettings(ledger, configs, POD);
  setIfAny(pod, 'affinity', podAffinity(ledger, affinity, [...POD, 'affinity']));
  const volumes = createPodVolumes(ledger, [...POD, 'volumes']);
  const secretName = `${app === '' || marks.has(app) ? 'app' : app}-secrets`;
  const secrets = createManifestSecrets(ledger, secretName, marks);
  for (const [key, isInit] of [
    ['initContainers', true],
    ['containers', false],
  ] as const) {
    const list = containers
      .filter((one) => one.isInit === isInit)
      .map(({ source, index }) =>
        kubernetesContainer(ledger, source, [...POD, key, index], { volumes, secrets }),
      );
    setIfAny(pod, key, list);
  }
  setIfAny(pod, 'volumes', volumes.volumes);

  const spec: DraftObject = {};
  setIfAny(spec, 'replicas', carryInteger(ledger, replicas, ['spec', 'replicas']));
  spec.selector = { matchLabels: { app } };
  spec.template = { metadata: { labels: { app } }, spec: pod };
  const manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec };
  return {
    text: stringify(secrets.finish(manifest, tree.leaves), { version: '1.1', lineWidth: 0 }),
    account: ledger.finish(explainExportLoss(losses)),
  };
}

/** Tags as labels, as far as Kubernetes takes them. */
function labels(ledger: Ledger, tags: readonly SourceNode[], to: Path): DraftObject {
  const mapped: DraftObject = {};
  for (const tag of tags) {
    const key = textOf(entry(tag, 'key'));
    const value = textOf(entry(tag, 'value')) ?? '';
    if (key === undefined || !/^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/.test(key)) continue;
    if (!/^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/.test(value)) continue;
    if (Object.hasOwn(mapped, key)) continue;
    mapped[key] = value;
    ledger.carry(entry(tag, 'key'), [...to, key]);
    ledger.carry(entry(tag, 'value'), [...to, key]);
  }
  return mapped;
}

const losses = {
  D310: { en: 'there is one NPU resource for both keys.', zh: '两个字段对应同一种 NPU 资源。' },
};
