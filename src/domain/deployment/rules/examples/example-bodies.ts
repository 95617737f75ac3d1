import type { JsonObject } from '#src/json/value.ts';
import type { Severity } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';

/** A body that breaks only one rule, and the corrected body. Both satisfy the limits of every single field. */
export interface RuleExample {
  /** The path of the finding: `deployment.template.containers[0].ports`; `$` for the whole body. */
  readonly blames: string;
  /** The rule's severity according to docs/sources.md. */
  readonly severity: Severity;
  readonly context: Context;
  readonly broken: JsonObject;
  readonly corrected: JsonObject;
}

/** The edge node of the API page's own example. */
export const nodeId = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';

/** The ID of a node group, in the format of the node group page. */
export const groupId = 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd';

/** Parts of a body, which may have wrong types or absent values. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** The parts that an example changes; each is merged into a small complete body. */
export interface Parts {
  readonly root?: LooseObject;
  readonly replicas?: unknown;
  readonly configs?: LooseObject;
  readonly template?: LooseObject;
  /** Merged into the only container. */
  readonly container?: LooseObject;
}

/** A container with a name, an image, and the given members. */
export function container(name: string, rest: LooseObject = {}): JsonObject {
  return { name, image_url: 'nginx:alpine', ...rest } as JsonObject;
}

/** A complete body for one edge node. It breaks no rule in either edition. */
export function onNode(parts: Parts = {}): JsonObject {
  return body({ node_ids: [nodeId] }, {}, parts);
}

/** A complete body for a node group, without migration. It breaks no rule in the platinum edition. */
export function onGroup(parts: Parts = {}): JsonObject {
  return body({ group_id: groupId }, { migration: false }, parts);
}

function body(target: JsonObject, configs: JsonObject, parts: Parts): JsonObject {
  const whole: LooseObject = {
    name: 'app',
    ...target,
    ...parts.root,
    deployment: {
      replicas: parts.replicas ?? 1,
      template: {
        configs: { host_network: false, restart_policy: 'Always', ...configs, ...parts.configs },
        containers: [container('container-0', parts.container)],
        ...parts.template,
      },
    },
  };
  return whole as JsonObject;
}
