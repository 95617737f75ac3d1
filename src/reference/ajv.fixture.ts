import { Ajv2020 } from 'ajv/dist/2020.js';
import { ownKeywords, type JsonSchema } from './json-schema.ts';

/**
 * The verdict of ajv, a validator that is independent of our specs. Throws if the schema itself is wrong. For
 * tests.
 */
export function validatorOf(schema: JsonSchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    // The keywords of a rule are separate from the type and properties of its object.
    strictTypes: false,
    strictRequired: false,
  });
  ajv.addVocabulary([...ownKeywords]);
  const validate = ajv.compile(schema);
  return (value) => validate(value) === true;
}
