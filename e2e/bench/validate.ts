// Measures the validation of a large body: a new one, relative to ajv on the schema part only, and one in which a
// single container was edited.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { setIn } from '#src/document/edits.ts';
import type { Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { jsonSchemaOf, ownKeywords } from '#src/reference/json-schema.ts';
import { makeLargeBody } from './large-body.ts';

const CONTAINERS = 20;
const ENVS = 50;
const ROUNDS = 60;
/** Bodies per round: each is validated once, because results are cached per object. */
const BODIES = 20;
const WARM_UP = 10;
const EDITS = 500;

const text = JSON.stringify(makeLargeBody(CONTAINERS, ENVS));
const schema = jsonSchemaOf(deploymentGroup, PAGE_GENERATION);
const ajv = new Ajv2020({ allErrors: true, strict: true });
for (const keyword of ownKeywords) ajv.addKeyword(keyword);
const accepts = ajv.compile(schema);

const judges = {
  validate: (body: unknown) => validate(body, { edition: 'platinum' }).length === 0,
  ajv: (body: unknown) => accepts(body),
} as const;
type Judge = keyof typeof judges;

/** Microseconds per body of one round. */
function round(judge: Judge): number {
  const bodies = Array.from({ length: BODIES }, () => JSON.parse(text) as unknown);
  const begin = performance.now();
  for (const body of bodies) {
    if (!judges[judge](body)) throw new Error(`${judge} rejects the test body`);
  }
  return ((performance.now() - begin) * 1000) / BODIES;
}

const spent: Record<Judge, number[]> = { validate: [], ajv: [] };
for (let index = 0; index < ROUNDS + WARM_UP; index++) {
  // Alternating, so that other load on the machine affects both.
  const order: readonly Judge[] = index % 2 === 0 ? ['ajv', 'validate'] : ['validate', 'ajv'];
  for (const judge of order) {
    const cost = round(judge);
    if (index >= WARM_UP) spent[judge].push(cost);
  }
}

/**
 * Milliseconds of a validation after one variable of one container was edited; an edit shares everything it does not
 * change.
 */
function checksAfterEdits(): number[] {
  let body = JSON.parse(text) as Json;
  validate(body, { edition: 'platinum' });
  return Array.from({ length: EDITS + WARM_UP }, (_, index) => {
    const container = ['deployment', 'template', 'containers', index % CONTAINERS];
    body = setIn(body, [...container, 'envs', 0, 'value'], `edit ${index}`);
    const begin = performance.now();
    validate(body, { edition: 'platinum' });
    return performance.now() - begin;
  }).slice(WARM_UP);
}

const quantile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
const figuresOf = (judge: Judge) => ({
  median: quantile(spent[judge], 0.5),
  p95: quantile(spent[judge], 0.95),
});
/** Ratios within each round: a temporary slowdown affects both. */
const ratios = spent.validate.map((cost, index) => cost / (spent.ajv[index] ?? Number.NaN));
const report = {
  what: `a body of ${CONTAINERS} containers with ${ENVS} variables each, not validated before`,
  unit: 'microseconds a body',
  rounds: ROUNDS,
  validate: figuresOf('validate'),
  ajv: figuresOf('ajv'),
  ratio: quantile(ratios, 0.5),
  /** Milliseconds. */
  afterEdit: quantile(checksAfterEdits(), 0.5),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
