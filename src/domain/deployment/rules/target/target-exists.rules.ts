import { nameCharacter } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { asList } from '#src/json/value.ts';
import type { Fix } from '#src/domain/core/issue.ts';
import type { Facts } from '#src/domain/core/context.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { isFilled } from '../base/read.ts';
import { createTargetLookup, quoted, type Meaning } from './target-lookup.ts';

type Node = NonNullable<Facts['nodes']>[number];
/** The meanings that refer to a listed record without being its ID. */
type IndirectMeaning = Extract<Meaning<Node>, { kind: 'name' | 'inside' }>;

const kinds = {
  node: { en: 'edge node', zh: '边缘节点' },
  group: { en: 'node group', zh: '节点组' },
} as const;
type Kind = keyof typeof kinds;

/**
 * R39. Inferred. Reports an ID that the target does not list, and a node that is not running. An ID is only reported as
 * missing if the list is complete. The service accepts a node that is offline.
 */
export const targetExists: BodyRule = {
  id: 'R39',
  title: {
    en: 'Edge node and node group IDs exist, and the edge node is running.',
    zh: '边缘节点和节点组的 ID 真实存在，且边缘节点处于运行中状态。',
  },
  source: 'table 3',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['node_ids', 'group_id'],
  blames: ['node_ids[]', 'group_id'],
  check(body, { facts }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    if (facts?.nodes !== undefined) {
      const meaningOf = lookupOf(facts.nodes);
      for (const [index, id] of asList(getIn(body, ['node_ids'])).entries()) {
        const finding =
          isFilled(id) &&
          judgeId('node', ['node_ids', index], id, meaningOf(id), facts.hasAllNodes);
        if (finding) findings.push(finding);
      }
    }
    const group = getIn(body, ['group_id']);
    if (facts?.groups !== undefined && isFilled(group)) {
      const meaning = lookupOf(facts.groups)(group);
      const finding = judgeId('group', ['group_id'], group, meaning, facts.hasAllGroups);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

const lookups = new WeakMap<object, (text: string) => Meaning<Node>>();

/** Cached per list, because the rule runs at every check. */
function lookupOf(records: readonly Node[]): (text: string) => Meaning<Node> {
  let lookup = lookups.get(records);
  if (lookup === undefined) lookups.set(records, (lookup = createTargetLookup(records)));
  return lookup;
}

function judgeId(
  kind: Kind,
  path: Path,
  text: string,
  meaning: Meaning<Node>,
  isComplete = false,
): RuleFinding | undefined {
  if (meaning.kind === 'id') return stateFinding(path, meaning.record);
  if (meaning.kind === 'unknown')
    return isComplete ? { path, message: unlisted(kind, text) } : undefined;
  const fix = offer(path, meaning);
  return { path, message: messageFor(kind, text, meaning), ...(fix && { fix }) };
}

function offer(
  path: Path,
  { kind, records: [first, ...others] }: IndirectMeaning,
): Fix | undefined {
  // Two records share the name, so only the user knows which one is meant.
  if (kind === 'name' && others.some(({ name }) => name === first.name)) return undefined;
  const name = quoted(first.name);
  const label = { en: `Use ${first.id} (${name})`, zh: `使用 ${first.id}（${name}）` };
  return { label, path, value: first.id };
}

function unlisted(kind: Kind, text: string): Text {
  const { en, zh } = kinds[kind];
  return {
    en: `No ${en} of this project has the ID “${quoted(text)}”. Choose one from the list.`,
    zh: `当前项目中没有 ID 为“${quoted(text)}”的${zh}。请从列表中选择。`,
  };
}

function messageFor(kind: Kind, text: string, meaning: IndirectMeaning): Text {
  const { en, zh } = kinds[kind];
  const quote = quoted(text);
  const [first, ...others] = meaning.records;
  if (others.length > 0 && meaning.kind === 'name') {
    return {
      en: `“${quote}” is the name of ${others.length + 1} ${en}s, not an ID. Choose one from the list.`,
      zh: `“${quote}”是 ${others.length + 1} 个${zh}的名称，不是 ID。请从列表中选择。`,
    };
  }
  if (others.length > 0) {
    return {
      en: `This value contains the IDs of ${others.length + 1} ${en}s, but only one is allowed. Keep one.`,
      zh: `此处包含 ${others.length + 1} 个${zh}的 ID，只能填写一个。请保留一个。`,
    };
  }
  if (meaning.kind === 'name') {
    return {
      en: `“${quote}” is the name of the ${en}, not its ID. Enter the ID.`,
      zh: `“${quote}”是${zh}的名称。此处应填写其 ID。`,
    };
  }
  const odd = oddPart(text, first.id);
  return {
    en: `This differs from the ID of ${en} “${quoted(first.name)}”: ${odd.en}.`,
    zh: `与${zh}“${quoted(first.name)}”的 ID 不完全一致：${odd.zh}。`,
  };
}

/** How a text that contains an ID differs from it. */
function oddPart(text: string, id: string): Text {
  if (text.toLowerCase() === id.toLowerCase())
    return { en: 'the letter case is different', zh: '字母大小写不同' };
  const odd = Array.from(text).find((character) => !id.includes(character.toLowerCase()));
  if (odd === undefined)
    return { en: 'it has extra or missing characters', zh: '有多余或缺少的字符' };
  const name = nameCharacter(odd);
  return { en: `it contains ${name.en}`, zh: `包含 ${name.zh}` };
}

function stateFinding(path: Path, { name, state }: Node): RuleFinding | undefined {
  if (!isFilled(state) || state === 'RUNNING') return undefined;
  const words = nodeStateWords(state);
  const isKnown = words.en !== state;
  return {
    path,
    message: {
      en: `Edge node “${quoted(name)}” is ${isKnown ? `${words.en.toLowerCase()} (${state})` : `in state ${quoted(state)}`}. The deployment does not start until the node is running.`,
      zh: `边缘节点“${quoted(name)}”的状态为${isKnown ? `${words.zh}（${state}）` : ` ${quoted(state)}`}。节点恢复运行后，应用部署才会启动。`,
    },
  };
}
