import { formatPath, type Path } from '#src/json/path.ts';
import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { MockError, type MockErrorName } from '#src/server/mock-ief/kit/errors.ts';
import type { KnownNames } from '#src/server/mock-ief/seed/known-names.ts';

/**
 * Throws a MockError for the first error in a create body. The field determines its code; its message starts with the
 * dotted path. Warnings pass. `body` may be any JSON.
 */
export function checkCreateBody(
  body: unknown,
  edition: Edition,
  generation: Generation,
): asserts body is JsonObject {
  const issue = validate(body, { edition, generation }).find(
    ({ severity }) => severity === 'error',
  );
  if (issue !== undefined) {
    throw new MockError(errorFor(issue.path), `${formatPath(issue.path)}: ${issue.message.en}`);
  }
  if (!isJsonObject(body)) throw new MockError('badField', '$: must be an object');
}

/**
 * Throws if an update is invalid. The parts an update cannot change (name, target, tags) are taken from the existing
 * deployment, so paths and rules are those of a create.
 */
export function checkUpdateBody(
  update: unknown,
  existing: JsonObject,
  edition: Edition,
  generation: Generation,
): asserts update is JsonObject {
  if (!isJsonObject(update)) throw new MockError('badField', '$: must be an object');
  const hasDeployment = Object.hasOwn(update, 'deployment');
  const hasDescription = Object.hasOwn(update, 'description');
  if (!hasDeployment && !hasDescription) throw new MockError('nothingToUpdate');
  const existingDeployment = asObject(existing.deployment);
  const sent = update.deployment;
  const whole = {
    ...existing,
    ...(hasDescription ? { description: update.description } : {}),
    // replicas is optional in an update (docs/sources.md, section 1)
    ...(hasDeployment
      ? {
          deployment: isJsonObject(sent)
            ? { replicas: existingDeployment.replicas, ...sent }
            : sent,
        }
      : {}),
  };
  checkCreateBody(whole, edition, generation);
}

/** The first match wins; vendor codes come first (docs/sources.md, section 4). */
const codes: readonly (readonly [key: string, name: MockErrorName])[] = [
  ['volumes', 'badVolume'],
  ['envs', 'badEnv'],
  ['version', 'badVersion'],
  ['tags', 'badTag'],
  ['affinity', 'badAffinity'],
  ['image_url', 'badImage'],
  ['resources', 'badResources'],
  ['npu_type', 'badResources'],
  ['ports', 'badPort'],
  ['liveness_probe', 'badProbe'],
  ['readiness_probe', 'badProbe'],
  ['name', 'badName'],
  ['configs', 'badConfigs'],
  ['containers', 'badContainer'],
  ['init_containers', 'badContainer'],
  ['replicas', 'badReplicas'],
  ['node_ids', 'badTarget'],
  ['group_id', 'badTarget'],
];

function errorFor(path: Path): MockErrorName {
  return codes.find(([key]) => path.includes(key))?.[1] ?? 'badField';
}

/** Throws MockError unknownReference at the first reference to something the tenant does not have. */
export function checkReferences(body: JsonObject, known: KnownNames): void {
  asList(body.node_ids).forEach((id, index) => {
    if (!known.nodeIds.has(String(id)))
      refuse(['node_ids', index], `node ${String(id)} does not exist`);
  });
  const group = body.group_id;
  if (typeof group === 'string' && group !== '' && !known.groupIds.has(group)) {
    refuse(['group_id'], `node group ${group} does not exist`);
  }
  const template = asObject(asObject(body.deployment).template);
  for (const list of ['init_containers', 'containers']) {
    asList(template[list]).forEach((container, index) => {
      const base = ['deployment', 'template', list, index];
      checkVolumes(asObject(container), base, known);
      checkEnvs(asObject(container), base, known);
    });
  }
}

function checkVolumes(container: JsonObject, base: Path, known: KnownNames): void {
  asList(container.volumes).forEach((value, index) => {
    const { type, source } = asObject(value);
    const names = { configMap: known.configmaps, secret: known.secrets }[String(type)];
    if (names !== undefined && !names.has(String(source))) {
      refuse(
        [...base, 'volumes', index, 'source'],
        `${String(type)} ${String(source)} does not exist`,
      );
    }
  });
}

function checkEnvs(container: JsonObject, base: Path, known: KnownNames): void {
  asList(container.envs).forEach((value, index) => {
    const from = asObject(asObject(value).value_from);
    for (const [kind, names] of [
      ['secret', known.secrets],
      ['configmap', known.configmaps],
    ] as const) {
      if (!Object.hasOwn(from, kind)) continue;
      const { name, key } = asObject(from[kind]);
      const path = [...base, 'envs', index, 'value_from', kind];
      const keys = names.get(String(name));
      if (keys === undefined) refuse([...path, 'name'], `${kind} ${String(name)} does not exist`);
      else if (!keys.has(String(key))) refuse([...path, 'key'], `it has no key ${String(key)}`);
    }
  });
}

function refuse(path: Path, message: string): never {
  throw new MockError('unknownReference', `${formatPath(path)}: ${message}`);
}
