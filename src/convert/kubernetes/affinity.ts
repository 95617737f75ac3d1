import type { Path } from '#src/json/path.ts';
import type { Mapping } from '../report/mapping.ts';
import { put, takeTree, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, itemsOf, textOf, type Source } from '../source/source.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Affinity and node selector, which only the platinum edition has. */
export function mapAffinity(
  mapping: Mapping,
  pod: Source | undefined,
  to: Path,
): DraftObject | undefined {
  if (mapping.edition !== 'platinum') return undefined;
  const source = entry(pod, 'affinity');
  const affinity: DraftObject = {};
  if (mapping.generation === '2025') {
    for (const key of ['nodeAffinity', 'podAffinity', 'podAntiAffinity']) {
      const part = entry(source, key);
      if (part !== undefined) affinity[key] = takeTree(mapping.ledger, part, [...to, key]);
    }
  } else {
    put(affinity, 'node_affinity', nodeRules(mapping, pod, [...to, 'node_affinity']));
    put(affinity, 'pod_affinity', podRules(mapping, source, [...to, 'pod_affinity']));
  }
  return Object.keys(affinity).length > 0 ? affinity : undefined;
}

/** The one term of the required node affinity, and the node selector. Several terms mean "or", which IEF lacks. */
function nodeRules(mapping: Mapping, pod: Source | undefined, to: Path): DraftObject[] {
  const rules: DraftObject[] = [];
  for (const [key, value] of entriesOf(entry(pod, 'nodeSelector'))) {
    const text = textOf(value);
    if (text === undefined) continue;
    mapping.ledger.change(value, [...to, rules.length], {
      en: `became the rule ${key} In ${text}.`,
      zh: `转换为规则 ${key} In ${text}。`,
    });
    rules.push({ key, operator: 'In', values: [text] });
  }
  const required = entry(entry(entry(pod, 'affinity'), 'nodeAffinity'), REQUIRED);
  const terms = itemsOf(entry(required, 'nodeSelectorTerms'));
  if (terms.length !== 1) return rules;
  for (const item of itemsOf(entry(terms[0], 'matchExpressions')))
    addRule(mapping, item, to, rules, false);
  return rules;
}

function podRules(mapping: Mapping, source: Source | undefined, to: Path): DraftObject[] {
  const rules: DraftObject[] = [];
  for (const key of ['podAffinity', 'podAntiAffinity'] as const) {
    const isAnti = key === 'podAntiAffinity';
    for (const term of itemsOf(entry(entry(source, key), REQUIRED))) {
      const selector = entry(term, 'labelSelector');
      for (const [label, value] of entriesOf(entry(selector, 'matchLabels'))) {
        const text = textOf(value);
        if (text === undefined) continue;
        const operator = isAnti ? 'NotIn' : 'In';
        mapping.ledger.change(value, [...to, rules.length], {
          en: `became the rule ${label} ${operator} ${text}.`,
          zh: `转换为规则 ${label} ${operator} ${text}。`,
        });
        rules.push({ key: label, operator, values: [text] });
      }
      for (const item of itemsOf(entry(selector, 'matchExpressions')))
        addRule(mapping, item, to, rules, isAnti);
      const topology = entry(term, 'topologyKey');
      if (textOf(topology) === 'kubernetes.io/hostname')
        mapping.ledger.carry(topology, to, {
          en: 'IEF always compares by node.',
          zh: 'IEF 始终按节点比较。',
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
  { ledger }: Mapping,
  source: Source,
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
  put(
    rule,
    'values',
    values.map((value) => textOf(value) ?? ''),
  );
  ledger.carry(source, target);
  if (isAnti)
    ledger.change(entry(source, 'operator'), [...target, 'operator'], {
      en: `anti-affinity is written as ${opposite}.`,
      zh: `反亲和写成 ${opposite}。`,
    });
  rules.push(rule);
}
