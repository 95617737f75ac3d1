import { nameCharacter, plainText, shown } from '#src/domain/core/characters/characters.ts';
import type { Complaint } from '#src/domain/core/issue.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { isFilled } from '../base/read.ts';
import { findingOf } from '../base/findings.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** R49. All node IDs in the vendor's examples are UUIDs. If all nodes are known, R39 applies instead. */
export const nodeIdIsUuid: BodyRule = {
  id: 'R49',
  title: { en: 'The ID of an edge node is a UUID.', zh: '边缘节点 ID 为 UUID。' },
  source: 'table 3',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['node_ids'],
  blames: ['node_ids[]'],
  check(body, { facts }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    if (facts?.nodes !== undefined && facts.hasAllNodes) return findings;
    const ids = asList(getIn(body, ['node_ids']));
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index];
      if (!isFilled(id) || UUID.test(id) || facts?.nodes?.some(isMeant(id))) continue;
      findings.push(findingOf(['node_ids', index], problemOf(id)));
    }
    return findings;
  },
};

/** R39 reports text that refers to a listed node. */
function isMeant(text: string) {
  return ({ id, name }: { readonly id: string; readonly name: string }) =>
    name === text || text.includes(id);
}

function problemOf(id: string): Complaint {
  const text = shown(id);
  const meant = plainText(id.slice(0, 200))
    .replace(/^[\s{("'<]*(?:urn:uuid:)?/i, '')
    .replace(/[\s})"'>,;]{1,20}$/, '');
  if (UUID.test(meant)) {
    const odd = Array.from(id).find((one) => !/[0-9a-f-]/i.test(one));
    const name = odd === undefined ? undefined : nameCharacter(odd);
    return {
      en: `“${text}” contains ${name?.en ?? 'more than an ID'}. Use ${meant}.`,
      zh: `“${text}”包含 ${name?.zh ?? '多余内容'}。请填写 ${meant}。`,
      suggestion: meant,
    };
  }
  if (/[,;\s]/.test(id.trim()) && id.split(/[,;\s]+/).filter((one) => UUID.test(one)).length > 1) {
    return {
      en: 'This value contains several IDs, but only one edge node is allowed. Keep one.',
      zh: '此处包含多个 ID，当前只支持一个边缘节点，请保留一个。',
    };
  }
  return {
    en: `“${text}” is not a node ID. Node IDs look like 9ebd8efb-9fdd-44a1-abda-9cdbc287a867; a node name is not an ID.`,
    zh: `“${text}”不是节点 ID，节点 ID 形如 9ebd8efb-9fdd-44a1-abda-9cdbc287a867。节点名称不是节点 ID。`,
  };
}
