import type { Fix, IssueKind, RuleId, Severity } from './issue.ts';
import type { Path } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { Text } from './text.ts';

/** The two editions of the service. `platinum` is called "enterprise" by pages newer than October 2025. */
export type Edition = 'professional' | 'platinum';

/** The generation of the API a body is judged by: that of the page (2024-04) or the newer one. */
export type Generation = '2024-04' | '2025';

/** What is known of the world outside the body. Every part is optional: a rule that needs an absent one keeps silent. */
export interface Facts {
  readonly nodes?: readonly {
    readonly id: string;
    readonly name: string;
    /** As the service writes it, such as `RUNNING`; empty or absent if it did not say. */
    readonly state?: string;
    readonly arch?: string;
    readonly enableGpu?: boolean;
    readonly enableNpu?: boolean;
    readonly npuType?: string;
  }[];
  /** True if `nodes` holds every node of the project, so that an ID outside of it does not exist. */
  readonly hasAllNodes?: boolean;
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
  /** True if `groups` holds every node group of the instance. */
  readonly hasAllGroups?: boolean;
  /** Names of the deployments the project already has. */
  readonly deploymentNames?: readonly string[];
  readonly configmaps?: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly secrets?: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

/** Everything beside the body that a verdict depends on. */
export interface Context {
  readonly edition: Edition;
  /** Default `2024-04`, the page's generation. */
  readonly generation?: Generation;
  readonly facts?: Facts;
  /**
   * True while a person edits the body in the form: what is empty there so far is said at its field, and does not make it
   * the body of an update (R51).
   */
  readonly isEdited?: boolean;
}

/** One place where a rule is broken. */
export interface Finding {
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
  check(body: JsonObject, context: Context): readonly Finding[];
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
  ): readonly Finding[];
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
