import type { Generation } from '#src/domain/core/context.ts';
import type { Rule } from '#src/domain/core/rule.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import { ruleSchemas } from './rule-schemas.ts';

/** The rules of a generation, divided by whether the schema contains them. */
export function rulesBySchema(generation: Generation): {
  readonly said: readonly Rule[];
  readonly unsaid: readonly Rule[];
} {
  const active = rules.filter((rule) => (rule.generation ?? generation) === generation);
  const schemas = ruleSchemas(generation);
  return {
    said: active.filter(({ id }) => schemas[id] !== undefined),
    unsaid: active.filter(({ id }) => schemas[id] === undefined),
  };
}

/**
 * The schema of the create request body in one generation: the limits of each field, and the rules that JSON Schema can
 * express. `x-rules` lists these rules and those that a validator cannot check.
 */
export function deploymentSchemaOf(generation: Generation): JsonSchema {
  const { additions, defs } = ruleParts(generation, '#/$defs/');
  const { $schema, title, $defs, ...schema } = jsonSchemaOf(deploymentGroup, generation, {
    additions,
  });
  return {
    $schema,
    $id: `urn:ief-deployment-builder:deployment:${generation}`,
    title,
    $comment: 'Generated from the field specs and rules; see docs/decisions/0011.',
    'x-generation': generation,
    'x-rules': ruleLists(generation),
    ...schema,
    $defs: { ...($defs as object), ...defs },
  };
}

/** The rules as separate definitions, so that validators report the name of the rule, with the references to them. */
export function ruleParts(generation: Generation, refBase: string) {
  const schemas = ruleSchemas(generation);
  const { said } = rulesBySchema(generation);
  const references = said.flatMap(({ id }) =>
    schemas[id]!.places.map(({ group, within = (rule) => rule }) => ({
      group,
      schema: within({ $ref: refBase + id }),
    })),
  );
  const definitions = said.map(({ id, title }) => {
    const words = { title: id, description: title.en, 'x-description-zh': title.zh };
    return [id, { ...words, ...schemas[id]!.schema }] as const;
  });
  return {
    additions: (name: string) =>
      references.filter(({ group }) => group === name).map(({ schema }) => schema),
    defs: Object.fromEntries<JsonSchema>(definitions),
  };
}

export function ruleLists(generation: Generation): JsonSchema {
  const { said, unsaid } = rulesBySchema(generation);
  return { said: said.map(describe), unsaid: unsaid.map(describe) };
}

function describe({ id, title, severity, basis, source }: Rule): JsonSchema {
  return { id, title: title.en, 'x-title-zh': title.zh, severity, basis, source };
}
