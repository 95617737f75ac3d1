import type { Fix, IssueKind, RuleId, Severity } from './issue.ts';
import type { Path } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { Context, Generation } from './context.ts';
import type { Text } from './text.ts';

export interface RuleFinding {
  /** Relative to the body or container that was checked. */
  readonly path: Path;
  readonly message: Text;
  /** Set if something required is absent. */
  readonly kind?: IssueKind;
  /** Only for a rule with two severities (R16); otherwise that of the rule. */
  readonly severity?: Severity;
  /** Its path is relative like `path`. */
  readonly fix?: Fix;
}

interface RuleFacts {
  readonly id: RuleId;
  /** The requirement, as one sentence. */
  readonly title: Text;
  /** The source, such as `table 3`. */
  readonly source: string;
  readonly basis: 'stated' | 'inferred';
  readonly severity: Severity;
  /** Patterns of the paths that it reads, from the root, with `[]` for any index: `deployment.template.containers[].ports[].host_port`. */
  readonly reads: readonly string[];
  /** Patterns of the paths of its findings. */
  readonly blames: readonly string[];
  /** The only generation in which the rule applies; all if absent. */
  readonly generation?: Generation;
}

/** A rule over the whole body. It runs at every check, so it must not iterate over env, volumes, or other long lists. */
export interface BodyRule extends RuleFacts {
  readonly scope: 'body';
  check(body: JsonObject, context: Context): readonly RuleFinding[];
}

export type ContainerList = 'containers' | 'init_containers';

/** A rule within one container. Its findings are cached per container object, so it must not depend on anything else (no facts). */
export interface ContainerRule extends RuleFacts {
  readonly scope: 'container';
  check(
    container: JsonObject,
    context: Omit<Context, 'facts'>,
    list: ContainerList,
  ): readonly RuleFinding[];
}

/**
 * A rule over every value of the body. The field checks apply it (`Watcher` of field-warnings.ts), because a second pass
 * would double the cost; this entry only describes it.
 */
export interface EveryRule extends Omit<RuleFacts, 'reads' | 'blames'> {
  readonly scope: 'every';
  readonly reads: readonly [];
  readonly blames: readonly [];
}

/** A numbered rule over two or more fields. `check` tolerates missing and mistyped parts and never throws. */
export type Rule = BodyRule | ContainerRule | EveryRule;

/** Everything that help says about a rule. */
export interface RuleHelp extends Pick<RuleFacts, 'id' | 'title' | 'basis' | 'severity'> {
  readonly source: Text;
  /** The table of the API page that states it, if any. */
  readonly sourceHref?: Text;
  /** Where the examples are in a body: `deployment.template.containers[0].ports[0]`, or `$`. */
  readonly path: string;
  /** A part of a body that breaks only this rule, and the corrected part, as JSON text. */
  readonly broken: string;
  readonly corrected: string;
  /** Set if the examples need it. */
  readonly edition?: 'platinum';
  readonly generation?: Generation | undefined;
  /** True if the example is only wrong for certain nodes or names of the target. */
  readonly dependsOnTarget: boolean;
}
