/** Realistic inputs of each kind in `cases/`, each with the expected body and report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { convert } from './convert.ts';
import { kinds, type ConvertRequest, type Kind } from './request/kinds.ts';

const root = join(import.meta.dirname, 'cases');
const EXPECTED = '.expected.json';

/** Options of a case, in a file `NAME.options.json` beside its input. */
type Options = Partial<Omit<ConvertRequest, 'text'>>;

function inputsOf(kind: Kind): readonly string[] {
  const files = readdirSync(join(root, kind));
  return files.filter((file) => !/\.(?:expected|options)\.json$/.test(file));
}

function optionsOf(folder: string, input: string): Options {
  const name = `${input.replace(/\.[^.]+$/, '')}.options.json`;
  return readdirSync(folder).includes(name)
    ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Options)
    : {};
}

/** The body, the report without values kept as written, and the errors of the body, as text. */
function resultOf(request: ConvertRequest): string {
  const result = convert(request);
  if ('refusal' in result) return `${JSON.stringify(result, null, 2)}\n`;
  const { kind, body, report, carried, values } = result;
  const { edition = 'professional', generation = '2024-04' } = request;
  const lines = report
    .filter(({ level, message }) => level !== 'carried' || !message.en.endsWith('as written.'))
    .map(({ level, line, source, path, message }) =>
      [level, line, source, '->', path ?? '-', message.en].join(' '),
    );
  const issues = validate(body, { edition, generation, isEdited: true })
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${formatPath(path)} ${message.en}`);
  const sum = `carried ${carried} of ${values} values`;
  return `${JSON.stringify({ kind, body, report: lines, sum, errors: issues }, null, 2)}\n`;
}

describe.each(Object.keys(kinds) as Kind[])('%s', (kind) => {
  const folder = join(root, kind);

  test.each(inputsOf(kind))('%s becomes the expected result', async (input) => {
    const text = readFileSync(join(folder, input), 'utf8');
    const options = optionsOf(folder, input);
    await expect(resultOf({ text, fileName: input, ...options })).toMatchFileSnapshot(
      join(folder, input.replace(/\.[^.]+$/, EXPECTED)),
    );
  });

  test('is detected in every case', () => {
    const detected = inputsOf(kind).map((input) => {
      const text = readFileSync(join(folder, input), 'utf8');
      const { from: _, ...options } = optionsOf(folder, input);
      const result = convert({ text, ...options });
      return [input, 'refusal' in result ? kind : result.kind];
    });
    expect(detected).toEqual(inputsOf(kind).map((input) => [input, kind]));
  });
});
