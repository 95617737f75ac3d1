import type { Ledger } from '#src/convert/report/ledger.ts';
import { carryInteger, carryText, type DraftObject } from '#src/convert/report/carry.ts';
import {
  entry,
  entryAt,
  entriesOf,
  itemsOf,
  textOf,
  type SourceNode,
} from '#src/convert/source/source.ts';
import type { Path } from '#src/json/path.ts';
import { amountOf, carryFlag, probeWords, setIfAny, variablesIn } from './body-parts.ts';
import type { ManifestSecrets } from './kubernetes-secrets.ts';
import type { PodVolumeList } from './kubernetes-volumes.ts';

/** One container, its keys in the order that Kubernetes documents. */
export function kubernetesContainer(
  ledger: Ledger,
  source: SourceNode,
  to: Path,
  { volumes, secrets }: { readonly volumes: PodVolumeList; readonly secrets: ManifestSecrets },
): DraftObject {
  const draft: DraftObject = {};
  const text = (key: string, target: string) =>
    setIfAny(draft, target, carryText(ledger, entry(source, key), [...to, target]));
  text('name', 'name');
  text('image_url', 'image');
  const added = secrets.addTo(source);
  for (const key of ['command', 'args'])
    setIfAny(draft, key, secrets.expand(entry(source, key), [...to, key], added));
  setIfAny(draft, 'ports', ports(ledger, source, [...to, 'ports']));
  const env = variables(ledger, source, [...to, 'env'], secrets);
  setIfAny(draft, 'env', [...env, ...added.drafts]);
  setIfAny(draft, 'resources', resources(ledger, entry(source, 'resources'), [...to, 'resources']));
  setIfAny(draft, 'volumeMounts', volumes.mount(source, [...to, 'volumeMounts']));
  for (const [key, target] of probes)
    setIfAny(draft, target, probe(ledger, entry(source, key), [...to, target], secrets));
  const security: DraftObject = {};
  const securityTo = [...to, 'securityContext'];
  setIfAny(
    security,
    'privileged',
    carryFlag(ledger, entry(source, 'privileged'), [...securityTo, 'privileged']),
  );
  setIfAny(
    security,
    'runAsUser',
    carryInteger(ledger, entry(source, 'run_as_user'), [...securityTo, 'runAsUser']),
  );
  setIfAny(draft, 'securityContext', security);
  return draft;
}

const probes = [
  ['liveness_probe', 'livenessProbe'],
  ['readiness_probe', 'readinessProbe'],
] as const;

function ports(ledger: Ledger, container: SourceNode, to: Path): DraftObject[] {
  const mapped: DraftObject[] = [];
  for (const item of itemsOf(entry(container, 'ports'))) {
    const at = [...to, mapped.length];
    const port: DraftObject = {};
    for (const [key, target] of [
      ['container_port', 'containerPort'],
      ['host_port', 'hostPort'],
    ] as const)
      setIfAny(port, target, carryInteger(ledger, entry(item, key), [...at, target]));
    if (port.containerPort === undefined) {
      ledger.lose(entry(item, 'host_port'), {
        en: 'the mapping has no container port.',
        zh: '映射缺少容器端口。',
      });
      continue;
    }
    setIfAny(port, 'hostIP', carryText(ledger, entry(item, 'host_ip'), [...at, 'hostIP']));
    mapped.push(port);
  }
  return mapped;
}

function variables(
  ledger: Ledger,
  container: SourceNode,
  to: Path,
  secrets: ManifestSecrets,
): DraftObject[] {
  const mapped: DraftObject[] = [];
  for (const { name, source, value } of variablesIn(container)) {
    const at = [...to, mapped.length];
    ledger.carry(entry(source, 'name'), [...at, 'name']);
    const from = variableSource(ledger, source, at, secrets);
    if (from !== undefined) mapped.push({ name, valueFrom: from });
    else {
      ledger.carry(entry(source, 'value'), [...at, 'value']);
      mapped.push({ name, value: value ?? '' });
    }
  }
  return mapped;
}

function variableSource(
  ledger: Ledger,
  source: SourceNode,
  to: Path,
  secrets: ManifestSecrets,
): DraftObject | undefined {
  const valueSource = entry(source, 'value');
  const secret = secrets.reference(valueSource, to);
  if (secret !== undefined) return secret;
  if (textOf(valueSource) !== undefined) return undefined;
  const field = entry(source, 'field_path');
  const fieldPath = carryText(ledger, field, [...to, 'valueFrom', 'fieldRef', 'fieldPath']);
  if (fieldPath !== undefined) return { fieldRef: { fieldPath } };
  for (const [store, target] of [
    ['configmap', 'configMapKeyRef'],
    ['secret', 'secretKeyRef'],
  ] as const) {
    const reference = entryAt(source, 'value_from', store);
    const at = [...to, 'valueFrom', target];
    const name = carryText(ledger, entry(reference, 'name'), [...at, 'name']);
    const member = carryText(ledger, entry(reference, 'key'), [...at, 'key']);
    if (name !== undefined && member !== undefined) return { [target]: { name, key: member } };
  }
  return undefined;
}

function resources(ledger: Ledger, source: SourceNode | undefined, to: Path): DraftObject {
  const mapped: DraftObject = {};
  for (const side of ['limits', 'requests']) {
    const amounts: DraftObject = {};
    for (const [key, value] of entriesOf(entry(source, side))) {
      const target = amountKeys[key];
      const text = target === undefined ? undefined : amountOf(ledger, value);
      if (target === undefined || text === undefined) continue;
      const written = key === 'memory' ? `${text}Mi` : text;
      amounts[target] = written;
      if (written === text) ledger.carry(value, [...to, side, target]);
      else ledger.carry(value, [...to, side, target], { en: `${written}.`, zh: `即 ${written}。` });
    }
    setIfAny(mapped, side, amounts);
  }
  return mapped;
}

const amountKeys: Readonly<Record<string, string>> = {
  cpu: 'cpu',
  memory: 'memory',
  npu: 'huawei.com/Ascend310',
  D310: 'huawei.com/Ascend310',
  D310B: 'huawei.com/Ascend310B',
};

function probe(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path,
  secrets: ManifestSecrets,
): DraftObject {
  const mapped: DraftObject = {};
  const http = entry(source, 'http_get');
  const httpTo = [...to, 'httpGet'];
  const httpGet: DraftObject = {};
  setIfAny(httpGet, 'path', carryText(ledger, entry(http, 'path'), [...httpTo, 'path']));
  setIfAny(httpGet, 'port', carryInteger(ledger, entry(http, 'port'), [...httpTo, 'port']));
  setIfAny(httpGet, 'host', carryText(ledger, entry(http, 'host'), [...httpTo, 'host']));
  setIfAny(httpGet, 'scheme', carryText(ledger, entry(http, 'scheme'), [...httpTo, 'scheme']));
  setIfAny(mapped, 'httpGet', httpGet);
  const execTo = [...to, 'exec', 'command'];
  const words = probeWords(ledger, entryAt(source, 'exec', 'command'), execTo);
  // A line that is a secret is not known here, so a shell splits it.
  const shell = secrets.has(words?.[0]) ? ['sh', '-c'] : [];
  if (words !== undefined) mapped.exec = { command: [...shell, ...words] };
  for (const [key, target] of [
    ['initial_delay_seconds', 'initialDelaySeconds'],
    ['timeout_seconds', 'timeoutSeconds'],
  ] as const)
    setIfAny(mapped, target, carryInteger(ledger, entry(source, key), [...to, target]));
  return mapped;
}
