import type { Ledger } from '#src/convert/report/ledger.ts';
import { carryInteger, carryText, carryTree, type DraftObject } from '#src/convert/report/carry.ts';
import { entry, itemsOf, textOf, type SourceNode } from '#src/convert/source/source.ts';
import type { Path } from '#src/json/path.ts';
import { carryFlag, setIfAny, wordsOf } from './body-parts.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** The settings that all containers of a pod share. */
export function podSettings(
  ledger: Ledger,
  configs: SourceNode | undefined,
  to: Path,
): DraftObject {
  const pod: DraftObject = {};
  const flag = (key: string, target: string) =>
    carryFlag(ledger, entry(configs, key), [...to, target]);
  setIfAny(pod, 'hostNetwork', flag('host_network', 'hostNetwork'));
  setIfAny(pod, 'hostPID', flag('host_pid', 'hostPID'));
  const policy = entry(configs, 'restart_policy');
  if (textOf(policy) === 'Always') {
    setIfAny(pod, 'restartPolicy', carryText(ledger, policy, [...to, 'restartPolicy']));
  } else
    ledger.lose(policy, {
      en: 'a Kubernetes Deployment always restarts its containers. Use a Job for a program that ends.',
      zh: 'Kubernetes 的 Deployment 总是重启容器，会结束的程序请使用 Job。',
    });
  setIfAny(pod, 'dnsPolicy', carryText(ledger, entry(configs, 'dns_policy'), [...to, 'dnsPolicy']));
  const seconds = carryInteger(ledger, entry(configs, 'toleration_seconds'), [
    ...to,
    'tolerations',
    0,
    'tolerationSeconds',
  ]);
  if (seconds !== undefined)
    pod.tolerations = ['not-ready', 'unreachable'].map((state) => ({
      key: `node.kubernetes.io/${state}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: seconds,
    }));
  return pod;
}

/** The rules of the API of 2024-04 as Kubernetes writes them; those of 2025 as they are. */
export function podAffinity(ledger: Ledger, source: SourceNode | undefined, to: Path): DraftObject {
  const affinity: DraftObject = {};
  for (const key of ['nodeAffinity', 'podAffinity', 'podAntiAffinity']) {
    const part = entry(source, key);
    if (part?.kind === 'object') affinity[key] = carryTree(ledger, part, [...to, key]);
  }
  const nodeTo = [...to, 'nodeAffinity', REQUIRED, 'nodeSelectorTerms', 0, 'matchExpressions'];
  const nodeRules: DraftObject[] = [];
  if (affinity.nodeAffinity === undefined) {
    for (const rule of itemsOf(entry(source, 'node_affinity'))) {
      const expression = matchExpression(ledger, rule, [...nodeTo, nodeRules.length]);
      if (expression !== undefined) nodeRules.push(expression);
    }
    if (nodeRules.length > 0)
      affinity.nodeAffinity = {
        [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: nodeRules }] },
      };
  }
  addPodRules(ledger, source, to, affinity);
  return affinity;
}

/** Anti-affinity is an operator in IEF and a list of its own in Kubernetes. */
function addPodRules(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path,
  affinity: DraftObject,
): void {
  const lists = { podAffinity: [] as DraftObject[], podAntiAffinity: [] as DraftObject[] };
  for (const rule of itemsOf(entry(source, 'pod_affinity'))) {
    const operator = textOf(entry(rule, 'operator')) ?? '';
    const positive = { NotIn: 'In', DoesNotExist: 'Exists' }[operator];
    const key = positive === undefined ? 'podAffinity' : 'podAntiAffinity';
    if (affinity[key] !== undefined) continue;
    const at = [...to, key, REQUIRED, lists[key].length];
    const expression = matchExpression(ledger, rule, [
      ...at,
      'labelSelector',
      'matchExpressions',
      0,
    ]);
    if (expression === undefined) continue;
    if (positive !== undefined) {
      expression.operator = positive;
      ledger.change(entry(rule, 'operator'), [...at, 'labelSelector', 'matchExpressions', 0], {
        en: `became the anti-affinity ${positive}.`,
        zh: `转换为反亲和性 ${positive}。`,
      });
    }
    lists[key].push({
      labelSelector: { matchExpressions: [expression] },
      topologyKey: 'kubernetes.io/hostname',
    });
  }
  for (const key of ['podAffinity', 'podAntiAffinity'] as const)
    if (lists[key].length > 0) affinity[key] = { [REQUIRED]: lists[key] };
}

function matchExpression(ledger: Ledger, rule: SourceNode, to: Path): DraftObject | undefined {
  const key = carryText(ledger, entry(rule, 'key'), [...to, 'key']);
  const operator = carryText(ledger, entry(rule, 'operator'), [...to, 'operator']);
  if (key === undefined || operator === undefined) return undefined;
  const values = entry(rule, 'values');
  const words = wordsOf(values);
  if (words !== undefined) ledger.carry(values, [...to, 'values']);
  return { key, operator, ...(words !== undefined && { values: [...words] }) };
}
