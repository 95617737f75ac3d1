import type { RuleId, Severity } from '#src/domain/core/issue.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import type { Context } from '#src/domain/core/context.ts';
import type { RuleFinding, Rule } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { rules } from './rule-list.ts';
import { validate } from '../validate.ts';

/** A finding of a rule, with its path from the root. */
export interface Verdict {
  readonly rule: RuleId;
  readonly path: Path;
  readonly severity: Severity;
  readonly message: Text;
}

/** All findings of one rule in a body. For tests. */
export function verdictsOf(rule: Rule, body: unknown, context: Context): Verdict[] {
  if (rule.generation && rule.generation !== (context.generation ?? '2024-04')) return [];
  const verdict = (prefix: Path, { path, severity = rule.severity, message }: RuleFinding) => ({
    rule: rule.id,
    path: [...prefix, ...path],
    severity,
    message,
  });
  if (rule.scope === 'body') {
    return Array.from(rule.check(body as never, context), (finding) => verdict([], finding));
  }
  if (rule.scope === 'every')
    return everyVerdicts(body, context).filter((one) => one.rule === rule.id);
  const { edition, generation } = context;
  return (['containers', 'init_containers'] as const).flatMap((list) => {
    const path = ['deployment', 'template', list];
    const members = getIn(body, path);
    return (Array.isArray(members) ? members : []).flatMap((member: unknown, index) =>
      isJsonObject(member)
        ? Array.from(
            rule.check(member, { edition, ...(generation && { generation }) }, list),
            (finding) => verdict([...path, index], finding),
          )
        : [],
    );
  });
}

/** All findings of all rules in a body. For tests. */
export function judge(body: unknown, context: Context): Verdict[] {
  const every = everyVerdicts(body, context);
  // The other rules do not check a body of another format.
  if (every.some(({ rule }) => rule === 'R51')) return every;
  const others = rules.filter(({ scope }) => scope !== 'every');
  return [...others.flatMap((rule) => verdictsOf(rule, body, context)), ...every];
}

const everyIds: ReadonlySet<RuleId | undefined> = new Set(
  rules.filter(({ scope }) => scope === 'every').map(({ id }) => id),
);

/** The findings of the rules over every value, which the field checks apply. */
function everyVerdicts(body: unknown, context: Context): Verdict[] {
  return validate(body, context).flatMap(({ rule, path, severity, message }) =>
    rule !== undefined && everyIds.has(rule) ? [{ rule, path, severity, message }] : [],
  );
}
