import type { Path } from '#src/json/path.ts';
import { volumeName } from '../body/volume-names.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import {
  booleanOf,
  integerOf,
  setIfPresent,
  carryText,
  type DraftObject,
} from '../report/carry.ts';
import { entry, itemsOf, textOf, type SourceNode } from '../source/source.ts';
import type { References } from './references.ts';

/** The volumes of a pod by name, and how often each is mounted. */
export interface PodVolumes {
  readonly byName: ReadonlyMap<string, SourceNode>;
  readonly mounts: Map<string, number>;
}

/** Reads the `volumes` of a pod. */
export function readVolumes(pod: SourceNode | undefined): PodVolumes {
  const byName = new Map<string, SourceNode>();
  for (const volume of itemsOf(entry(pod, 'volumes'))) {
    const name = textOf(entry(volume, 'name'));
    if (name !== undefined) byName.set(name, volume);
  }
  return { byName, mounts: new Map() };
}

/** The mounts of a container, each with its volume. */
export function mapMounts(
  context: MappingContext,
  container: SourceNode,
  to: Path,
  volumes: PodVolumes,
  references: References,
): DraftObject[] {
  const mapped: DraftObject[] = [];
  const used = new Set<string>();
  for (const mount of itemsOf(entry(container, 'volumeMounts'))) {
    const name = textOf(entry(mount, 'name'));
    const volume = name === undefined ? undefined : volumes.byName.get(name);
    const target = [...to, mapped.length];
    const kept = volume && mapVolume(context, volume, target, references);
    if (name === undefined || volume === undefined || kept === undefined) {
      context.ledger.lose(mount, unknownKind);
      continue;
    }
    volumes.mounts.set(name, (volumes.mounts.get(name) ?? 0) + 1);
    const ownName = volumeName(name, used);
    claimName(context, [entry(mount, 'name'), entry(volume, 'name')], name, ownName, target);
    const draft: DraftObject = { name: ownName, ...kept };
    setIfPresent(
      draft,
      'destination',
      carryText(context.ledger, entry(mount, 'mountPath'), [...target, 'destination']),
    );
    draft.read_only = isReadOnly(context, mount, String(kept.type), [...target, 'read_only']);
    setIfPresent(draft, 'default_mode', mapMode(context, volume, [...target, 'default_mode']));
    mapped.push(draft);
  }
  return mapped;
}

function claimName(
  { ledger }: MappingContext,
  sources: readonly (SourceNode | undefined)[],
  wanted: string,
  given: string,
  to: Path,
): void {
  for (const source of sources) {
    if (wanted === given) ledger.carry(source, [...to, 'name']);
    else {
      ledger.change(source, [...to, 'name'], {
        en: `renamed to ${given}: volume names consist of lower-case letters and digits.`,
        zh: `改为 ${given}：卷名称只能使用小写字母和数字。`,
      });
    }
  }
}

/** Type and source of a volume; undefined for the kinds that IEF does not have. */
function mapVolume(
  { ledger }: MappingContext,
  volume: SourceNode,
  to: Path,
  references: References,
): DraftObject | undefined {
  const source = [...to, 'source'];
  const hostPath = entry(volume, 'hostPath');
  const path = textOf(entry(hostPath, 'path'));
  if (path !== undefined) {
    ledger.carry(entry(hostPath, 'path'), source);
    if (textOf(entry(hostPath, 'type')) === '') ledger.carry(entry(hostPath, 'type'), source);
    else {
      ledger.lose(entry(hostPath, 'type'), {
        en: 'IEF does not check the type of the path.',
        zh: 'IEF 不检查路径类型。',
      });
    }
    return { type: 'hostPath', source: path };
  }
  const emptyDir = entry(volume, 'emptyDir');
  if (emptyDir !== undefined) {
    const medium = entry(emptyDir, 'medium');
    const isMemory = textOf(medium) === 'Memory';
    if (emptyDir.kind === 'leaf') ledger.carry(emptyDir, [...to, 'type']);
    if (isMemory || textOf(medium) === '') ledger.carry(medium, source);
    return { type: 'emptyDir', source: isMemory ? 'memory' : 'disk' };
  }
  for (const [key, nameKey, store, type] of stores) {
    const nameSource = entry(entry(volume, key), nameKey);
    const name = textOf(nameSource);
    if (name === undefined || nameSource === undefined) continue;
    ledger.carry(nameSource, source);
    references.use(store, name, undefined, nameSource, to);
    return { type, source: name };
  }
  return undefined;
}

const stores = [
  ['configMap', 'name', 'configmap', 'configMap'],
  ['secret', 'secretName', 'secret', 'secret'],
] as const;

/** Always written, because the defaults differ: IEF mounts read-only, Kubernetes does not. */
function isReadOnly(
  { ledger }: MappingContext,
  mount: SourceNode,
  type: string,
  to: Path,
): boolean {
  const source = entry(mount, 'readOnly');
  const flag = source?.kind === 'leaf' ? booleanOf(source) : undefined;
  const onlyReads = type === 'configMap' || type === 'secret';
  if (flag === false && onlyReads) {
    ledger.change(source, to, {
      en: `a ${type} volume is always read-only.`,
      zh: `${type} 类型的卷只支持只读。`,
    });
  } else if (flag !== undefined) ledger.carry(source, to);
  return onlyReads || flag === true;
}

/** 0644 and 420 mean the same: YAML 1.1 reads a leading zero as octal. */
function mapMode(
  { ledger, generation }: MappingContext,
  volume: SourceNode,
  to: Path,
): number | undefined {
  const source = entry(entry(volume, 'configMap') ?? entry(volume, 'secret'), 'defaultMode');
  const text = textOf(source);
  if (text === undefined) return undefined;
  const octal = /^0o?([0-7]{1,4})$/.exec(text)?.[1];
  const mode = octal === undefined ? integerOf(source) : Number.parseInt(octal, 8);
  if (mode === undefined) return undefined;
  const message =
    octal === undefined ? undefined : { en: `${mode} in decimal.`, zh: `即十进制 ${mode}。` };
  if (generation === '2025') {
    ledger.carry(source, to, message);
    return mode;
  }
  if (mode === 420)
    ledger.carry(source, to.slice(0, -1), {
      en: 'the default of IEF.',
      zh: '与 IEF 的默认行为一致。',
    });
  return undefined;
}

/** Notes an emptyDir that several containers share, and volumes that no container mounts. */
export function noteVolumes({ ledger }: MappingContext, volumes: PodVolumes): void {
  for (const [name, volume] of volumes.byName) {
    const count = volumes.mounts.get(name) ?? 0;
    if (!isKnown(volume)) ledger.lose(volume, reasonOf(volume));
    else if (count === 0) {
      ledger.lose(volume, {
        en: 'no container mounts this volume.',
        zh: '没有容器挂载此卷。',
      });
    }
    if (count < 2 || entry(volume, 'emptyDir') === undefined) continue;
    ledger.note(volume, null, {
      en: 'Several containers share this emptyDir in Kubernetes. In IEF each container may get its own.',
      zh: '在 Kubernetes 中多个容器共享此 emptyDir，在 IEF 中每个容器可能各有一个。',
    });
  }
}

function reasonOf(volume: SourceNode): Text {
  return entry(volume, 'persistentVolumeClaim') === undefined
    ? unknownKind
    : {
        en: 'IEF has no volume claims. Use a host path.',
        zh: 'IEF 没有存储卷声明，请使用主机路径。',
      };
}

const unknownKind = { en: 'IEF cannot mount this kind of volume.', zh: 'IEF 不支持挂载此类卷。' };

function isKnown(volume: SourceNode): boolean {
  return ['hostPath', 'emptyDir', 'configMap', 'secret'].some(
    (key) => entry(volume, key) !== undefined,
  );
}
