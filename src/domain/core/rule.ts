import type { Fix, IssueKind, RuleId, Severity } from './issue.ts';
import type { Path } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { Context, Generation } from './context.ts';
import type { Text } from './text.ts';

/** One place where a rule is broken. */
export interface RuleFinding {
  /** Relative to the subject the rule was given. */
  readonly path: Path;
  readonly message: Text;
  /** Set where the finding only says that something required is absent. */
  readonly kind?: IssueKind;
  /** Only where one rule has two severities (R16); else the rule's own. */
  readonly severity?: Severity;
  /** The edit that resolves it; its path is relative to the subject too. */
  readonly fix?: Fix;
}

interface RuleFacts {
  readonly id: RuleId;
  /** What must hold, as one sentence. */
  readonly title: Text;
  /** Where it is said, such as `table 3`. */
  readonly source: string;
  readonly basis: 'stated' | 'inferred';
  readonly severity: Severity;
  /** Patterns of the paths it looks at, from the root, `[]` for any index: `deployment.template.containers[].ports[].host_port`. */
  readonly reads: readonly string[];
  /** Patterns of the paths its findings stand at. */
  readonly blames: readonly string[];
  /** Judged only in this generation; in every one if absent. */
  readonly generation?: Generation;
}

/** A rule over the whole body. Runs at every check, so it must not walk env, volumes or other long lists. */
export interface BodyRule extends RuleFacts {
  readonly scope: 'body';
  check(body: JsonObject, context: Context): readonly RuleFinding[];
}

/** Which of the two container lists a container stands in. */
export type ContainerList = 'containers' | 'init_containers';

/** A rule inside one container. Its verdict is remembered per container object, so it may look at nothing else (no facts). */
export interface ContainerRule extends RuleFacts {
  readonly scope: 'container';
  check(
    container: JsonObject,
    context: Omit<Context, 'facts'>,
    list: ContainerList,
  ): readonly RuleFinding[];
}

/**
 * A rule over every value of the body, wherever it stands. The walk of the field checks applies it (`Watcher` of
 * check-fields.ts), as a walk of its own would cost as much again; this entry holds its words.
 */
export interface EveryRule extends Omit<RuleFacts, 'reads' | 'blames'> {
  readonly scope: 'every';
  readonly reads: readonly [];
  readonly blames: readonly [];
}

/** A numbered rule over two or more fields. `check` tolerates missing and mistyped parts and never throws. */
export type Rule = BodyRule | ContainerRule | EveryRule;
