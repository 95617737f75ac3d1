import { basePath } from '#src/client/base-path.ts';
import type { RuleId } from '#src/domain/core/issue.ts';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import { formatPath, type Path } from '#src/json/path.ts';

/** Loads the examples of the rules when one is asked for. */
export async function loadRuleHelp(id: RuleId): Promise<RuleHelp | undefined> {
  const { ruleHelpOf } = await import('#src/domain/deployment/rules/examples/rule-help.ts');
  return ruleHelpOf(id);
}

/** The address of a field or rule in the reference, which has one entry for all rows of a list. */
export function referenceHref(to: Path | RuleId): string {
  return `${basePath}/reference#${typeof to === 'string' ? to : anchorOfField(to)}`;
}

function anchorOfField(path: Path): string {
  return formatPath(path)
    .replaceAll(/\[\d+\]/g, '[]')
    .replace('.init_containers[]', '.containers[]')
    .replace(/\[\]$/, '');
}
