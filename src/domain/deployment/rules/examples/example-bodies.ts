import type { JsonObject } from '#src/json/value.ts';
import type { Severity } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';

/** A body that breaks one rule and no other, and the same body put right. Both keep every limit of a single field. */
export interface RuleExample {
  /** Where the rule blames the broken body: `deployment.template.containers[0].ports`; `$` for the whole body. */
  readonly blames: string;
  /** The severity that was decided for the rule (docs/sources.md). */
  readonly severity: Severity;
  readonly context: Context;
  readonly broken: JsonObject;
  readonly corrected: JsonObject;
}

/** The edge node of the API page's own example. */
export const nodeId = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';

/** A node group, as the node group page writes ids. */
export const groupId = 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd';

/** Parts of a body, wrong types and absent values among them. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** The parts an example changes; each is laid over a small complete body. */
export interface Parts {
  readonly root?: LooseObject;
  readonly replicas?: unknown;
  readonly configs?: LooseObject;
  readonly template?: LooseObject;
  /** Laid over the only container. */
  readonly container?: LooseObject;
}

/** A container with a name and an image, and whatever else is given. */
export function container(name: string, rest: LooseObject = {}): JsonObject {
  return { name, image_url: 'nginx:alpine', ...rest } as JsonObject;
}

/** A complete body for one edge node; it breaks no rule in either edition. */
export function onNode(parts: Parts = {}): JsonObject {
  return body({ node_ids: [nodeId] }, {}, parts);
}

/** A complete body for a node group, without migration; it breaks no rule in the platinum edition. */
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
