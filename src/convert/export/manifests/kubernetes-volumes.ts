import { volumeName } from '#src/convert/body/volume-names.ts';
import type { Ledger } from '#src/convert/report/ledger.ts';
import { carryInteger, carryText, type DraftObject } from '#src/convert/report/carry.ts';
import { entry, itemsOf, textOf, type SourceNode } from '#src/convert/source/source.ts';
import type { Path } from '#src/json/path.ts';
import { flagOf } from './body-parts.ts';

/** The volumes of a pod, collected from the volumes of its containers. */
export interface PodVolumeList {
  /** The mounts of a container. Adds its volumes to the pod. */
  mount(container: SourceNode, to: Path): DraftObject[];
  readonly volumes: DraftObject[];
}

/** `to` is the place of the pod's volumes. */
export function createPodVolumes(ledger: Ledger, to: Path): PodVolumeList {
  const volumes: DraftObject[] = [];
  const used = new Set<string>();
  return {
    volumes,
    mount(container, mountsTo) {
      const mounts: DraftObject[] = [];
      for (const source of itemsOf(entry(container, 'volumes'))) {
        const at = [...to, volumes.length];
        const volume = mapVolume(ledger, source, at);
        if (volume === undefined) continue;
        const wanted = textOf(entry(source, 'name')) ?? 'volume';
        const name = volumeName(wanted, used);
        claimName(ledger, entry(source, 'name'), name, [...at, 'name']);
        volumes.push({ name, ...volume });
        mounts.push(mapMount(ledger, source, name, [...mountsTo, mounts.length]));
      }
      return mounts;
    },
  };
}

function claimName(ledger: Ledger, source: SourceNode | undefined, name: string, to: Path): void {
  if (textOf(source) === name) ledger.carry(source, to);
  else
    ledger.change(source, to, {
      en: `renamed to ${name}: the volumes of a pod need different names.`,
      zh: `改为 ${name}：Pod 中的卷名称不能重复。`,
    });
}

function mapMount(ledger: Ledger, source: SourceNode, name: string, to: Path): DraftObject {
  const mount: DraftObject = { name };
  const path = carryText(ledger, entry(source, 'destination'), [...to, 'mountPath']);
  if (path !== undefined) mount.mountPath = path;
  const readOnly = entry(source, 'read_only');
  const flag = flagOf(readOnly);
  if (flag !== undefined) ledger.carry(readOnly, [...to, 'readOnly']);
  else
    ledger.note(source, [...to, 'readOnly'], {
      en: 'IEF mounts read-only by default, Kubernetes does not. readOnly was added.',
      zh: 'IEF 默认只读挂载，Kubernetes 则不是，已添加 readOnly。',
    });
  mount.readOnly = flag ?? true;
  return mount;
}

function mapVolume(ledger: Ledger, source: SourceNode, to: Path): DraftObject | undefined {
  const type = entry(source, 'type');
  const from = entry(source, 'source');
  const text = textOf(from);
  const claim = (...target: string[]) => {
    ledger.carry(type, to);
    ledger.carry(from, [...to, ...target]);
  };
  switch (text === undefined ? undefined : textOf(type)) {
    case 'hostPath':
      claim('hostPath', 'path');
      return { hostPath: { path: text! } };
    case 'emptyDir':
      ledger.carry(type, to);
      ledger.carry(from, [...to, 'emptyDir'], { en: 'the medium.', zh: '即存储介质。' });
      return { emptyDir: text === 'memory' ? { medium: 'Memory' } : {} };
    case 'configMap':
      claim('configMap', 'name');
      return { configMap: { name: text!, ...mode(ledger, source, [...to, 'configMap']) } };
    case 'secret':
      claim('secret', 'secretName');
      return { secret: { secretName: text!, ...mode(ledger, source, [...to, 'secret']) } };
    default:
      ledger.lose(source, {
        en: 'the volume has no known type or no source.',
        zh: '卷类型未知或缺少来源。',
      });
      return undefined;
  }
}

function mode(ledger: Ledger, source: SourceNode, to: Path): DraftObject {
  const value = carryInteger(ledger, entry(source, 'default_mode'), [...to, 'defaultMode']);
  return value === undefined ? {} : { defaultMode: value };
}
