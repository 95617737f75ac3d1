import { checkField } from '#src/domain/core/check/check-fields.ts';
import { schemaOf } from '#src/domain/core/check/schema.ts';
import { findForbiddenKeys } from '#src/domain/core/json-text/forbidden-keys.ts';
import { placeIssue, type Issue, type RuleId } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import {
  PAGE_GENERATION,
  perGeneration,
  type Context,
  type Generation,
} from '#src/domain/core/context.ts';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { ContainerList, RuleFinding, Rule } from '#src/domain/core/rule.ts';
import { comparePaths } from '#src/domain/core/spec/spec-at.ts';
import { checkRows } from './check-rows.ts';
import { deploymentGroup } from './fields/deployment.fields.ts';
import { rules } from './rules/rule-list.ts';
import { everywhereWatcher } from './rules/body/everywhere.rules.ts';
import { foreignShape, shapeIsOurs } from './rules/body/foreign-shape.rules.ts';

const containerLists: readonly ContainerList[] = ['init_containers', 'containers'];

/**
 * Validates a request body: the limits of each field, then the numbered rules. Accepts any parsed JSON and never throws.
 * Issues are in the order of the form; an empty list means that the body is valid. Results are cached per object (see
 * checkField), so checking an edited copy costs little.
 */
export function validate(body: unknown, context: Context): Issue[] {
  const foreign = foreignShape(body, context.isEdited);
  // All other issues would be consequences of this one.
  if (foreign !== undefined) {
    const { id, severity, source } = shapeIsOurs;
    return [{ path: [], severity, message: foreign, rule: id, source }];
  }
  const checked = checkFields(body, context);
  const issues: Issue[] = [
    ...checked.filter(({ path, rule }) => rule !== 'R50' || path.at(-1) !== '__proto__'),
    ...forbiddenKeys(body, checked),
  ];
  if (isJsonObject(body)) {
    for (const rule of rulesOf[context.generation ?? PAGE_GENERATION]) {
      if (rule.scope === 'body') add(issues, rule, [], rule.check(body, context));
    }
    for (const list of containerLists) addContainerFindings(issues, body, list, context);
  }
  return issues.sort((a, b) => comparePaths(deploymentGroup, a.path, b.path));
}

/**
 * Does the checks of `validate` whose results are cached, in parts: afterwards it takes little time. A caller that must
 * not block can pause at each `yield`.
 */
export function* checkInParts(body: unknown, context: Context): Generator<void, void> {
  yield* composeSchemas(deploymentGroup, context.generation);
  yield* checkRows(body, context.generation);
  // Not cached itself, but the first run of this code is slow.
  checkFields(body, context);
  yield;
  yield* checkContainers(body, context);
}

/** Composes the schema of each field, those within it first. */
function* composeSchemas(spec: FieldSpec, generation?: Generation): Generator<void, void> {
  if (spec.kind === 'group')
    for (const field of Object.values(spec.fields)) yield* composeSchemas(field, generation);
  if (spec.kind === 'rows') yield* composeSchemas(spec.row, generation);
  schemaOf(spec, generation);
  yield;
}

function checkFields(body: unknown, { generation }: Context): readonly Issue[] {
  return checkField(deploymentGroup, body, deploymentGroup.name, generation, everywhereWatcher);
}

/** The requirement of a rule, as one sentence; undefined for a number that no rule has. */
export function requirementOf(id: RuleId): Text | undefined {
  return rules.find((rule) => rule.id === id)?.title;
}

/**
 * The keys that are forbidden everywhere. If the field checks found nothing, all keys are known except those of the labels
 * in an affinity, so only the affinity is searched.
 */
function forbiddenKeys(body: unknown, checked: readonly Issue[]): readonly Issue[] {
  if (checked.length > 0) return findForbiddenKeys(body);
  const base = ['deployment', 'template', 'affinity'];
  const { affinity } = asObject(asObject(asObject(body).deployment).template);
  return findForbiddenKeys(affinity).map((issue) => placeIssue(issue, base));
}

const rulesOf = perGeneration((generation) =>
  rules.filter((rule) => rule.generation === undefined || rule.generation === generation),
);

function add(issues: Issue[], rule: Rule, base: Path, findings: readonly RuleFinding[]): void {
  for (const finding of findings) {
    issues.push({
      path: [...base, ...finding.path],
      severity: finding.severity ?? rule.severity,
      message: finding.message,
      ...(finding.kind && { kind: finding.kind }),
      rule: rule.id,
      source: rule.source,
      ...(finding.fix && { fix: { ...finding.fix, path: [...base, ...finding.fix.path] } }),
    });
  }
}

function addContainerFindings(
  issues: Issue[],
  body: JsonObject,
  list: ContainerList,
  context: Context,
): void {
  const template = asObject(asObject(body.deployment).template);
  const containers = asList(template[list]);
  for (let index = 0; index < containers.length; index++) {
    const container = containers[index];
    if (!isJsonObject(container)) continue;
    for (const issue of checkContainer(container, list, context))
      issues.push(placeIssue(issue, ['deployment', 'template', list, index]));
  }
}

/** Checks the containers of a body one by one against the rules about containers. */
function* checkContainers(body: unknown, context: Context): Generator<void, void> {
  const template = asObject(asObject(asObject(body).deployment).template);
  for (const list of containerLists) {
    for (const container of asList(template[list])) {
      if (!isJsonObject(container)) continue;
      checkContainer(container, list, context);
      yield;
    }
  }
}

/** The container rules, each with the parts of the container that it reads. */
const containerRules = perGeneration((generation) => rulesOf[generation].flatMap(withParts));

function withParts(rule: Rule) {
  if (rule.scope !== 'container') return [];
  const parts = new Set(rule.reads.map((path) => /^[^[]+\[\]\.(\w+)/.exec(path)?.[1] ?? ''));
  return [{ rule, parts: [...parts] }];
}

/** A loop, because this runs for each rule of each container. */
function holdsAny(container: JsonObject, parts: readonly string[]): boolean {
  for (const part of parts) if (container[part] !== undefined) return true;
  return false;
}

/** Cached findings of the container rules, per list, edition, and generation. */
const memory = new Map<string, WeakMap<object, readonly Issue[]>>();

function checkContainer(
  container: JsonObject,
  list: ContainerList,
  { edition, generation = PAGE_GENERATION }: Context,
): readonly Issue[] {
  const variant = `${list} ${edition} ${generation}`;
  let known = memory.get(variant);
  if (known === undefined) memory.set(variant, (known = new WeakMap()));
  const before = known.get(container);
  if (before !== undefined) return before;
  const issues: Issue[] = [];
  const context = { edition, generation };
  for (const { rule, parts } of containerRules[generation]) {
    if (holdsAny(container, parts)) add(issues, rule, [], rule.check(container, context, list));
  }
  known.set(container, issues);
  return issues;
}
