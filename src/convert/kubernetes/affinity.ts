import type { Path } from '#src/json/path.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryTree, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, itemsOf, textOf, type SourceNode } from '../source/source.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Affinity and node selector, which only the platinum edition has. */
export function mapAffinity(
  context: MappingContext,
  pod: SourceNode | undefined,
  to: Path,
): DraftObject | undefined {
  if (context.edition !== 'platinum') return undefined;
  const source = entry(pod, 'affinity');
  const affinity: DraftObject = {};
  if (context.generation === '2025') {
    for (const key of ['nodeAffinity', 'podAffinity', 'podAntiAffinity']) {
      const part = entry(source, key);
      if (part !== undefined) affinity[key] = carryTree(context.ledger, part, [...to, key]);
    }
  } else {
    setIfPresent(affinity, 'node_affinity', nodeRules(context, pod, [...to, 'node_affinity']));
    setIfPresent(affinity, 'pod_affinity', podRules(context, source, [...to, 'pod_affinity']));
  }
  return Object.keys(affinity).length > 0 ? affinity : undefined;
}

/** The one term of the required node affinity, and the node selector. Several terms mean "or", which IEF lacks. */
function nodeRules(context: MappingContext, pod: SourceNode | undefined, to: Path): DraftObject[] {
  const rules: DraftObject[] = [];
  for (const [key, value] of entriesOf(entry(pod, 'nodeSelector'))) {
    const text = textOf(value);
    if (text === undefined) continue;
    context.ledger.change(value, [...to, rules.length], {
      en: `became the rule ${key} In ${text}.`,
      zh: `转换为规则 ${key} In ${text}。`,
    });
    rules.push({ key, operator: 'In', values: [text] });
  }
  const required = entry(entry(entry(pod, 'affinity'), 'nodeAffinity'), REQUIRED);
  const terms = itemsOf(entry(required, 'nodeSelectorTerms'));
  if (terms.length !== 1) return rules;
  for (const item of itemsOf(entry(terms[0], 'matchExpressions')))
    addRule(context, item, to, rules, false);
  return rules;
}

function podRules(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): DraftObject[] {
  const rules: DraftObject[] = [];
  for (const key of ['podAffinity', 'podAntiAffinity'] as const) {
    const isAnti = key === 'podAntiAffinity';
    for (const term of itemsOf(entry(entry(source, key), REQUIRED))) {
      const selector = entry(term, 'labelSelector');
      for (const [label, value] of entriesOf(entry(selector, 'matchLabels'))) {
        const text = textOf(value);
        if (text === undefined) continue;
        const operator = isAnti ? 'NotIn' : 'In';
        context.ledger.change(value, [...to, rules.length], {
          en: `became the rule ${label} ${operator} ${text}.`,
          zh: `转换为规则 ${label} ${operator} ${text}。`,
        });
        rules.push({ key: label, operator, values: [text] });
      }
      for (const item of itemsOf(entry(selector, 'matchExpressions')))
        addRule(context, item, to, rules, isAnti);
      const topology = entry(term, 'topologyKey');
      if (textOf(topology) === 'kubernetes.io/hostname')
        context.ledger.carry(topology, to, {
          en: 'IEF always uses the node as topology.',
          zh: 'IEF 始终以节点为拓扑域。',
        });
    }
  }
  return rules;
}

const opposites: Readonly<Record<string, string>> = {
  In: 'NotIn',
  NotIn: 'In',
  Exists: 'DoesNotExist',
  DoesNotExist: 'Exists',
};

function addRule(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
  rules: DraftObject[],
  isAnti: boolean,
): void {
  const key = textOf(entry(source, 'key'));
  const operator = textOf(entry(source, 'operator')) ?? '';
  const opposite = opposites[operator];
  if (key === undefined || opposite === undefined) return;
  const target = [...to, rules.length];
  const rule: DraftObject = { key, operator: isAnti ? opposite : operator };
  const values = itemsOf(entry(source, 'values'));
  setIfPresent(
    rule,
    'values',
    values.map((value) => textOf(value) ?? ''),
  );
  ledger.carry(source, target);
  if (isAnti)
    ledger.change(entry(source, 'operator'), [...target, 'operator'], {
      en: `${opposite} expresses the anti-affinity.`,
      zh: `反亲和性用 ${opposite} 表示。`,
    });
  rules.push(rule);
}
