import { describe, expect, test } from 'vitest';
import { readEnv } from '#src/convert/env/read-env.ts';
import { idsOf } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { createAlternatives } from '#src/ui/editing/edits/alternatives.ts';
import { namesBeside, pasteVariables } from './paste-variables.ts';
import { planLines, type Clash } from './plan.ts';

const listPath = ['deployment', 'template', 'containers', 0, 'envs'];

function withVariables(envs: JsonList): Json {
  return { deployment: { template: { containers: [{ name: 'web', envs }] } } };
}

/** Pastes a text into the name of a row; the variables afterwards and the index of the row to focus. */
function paste(envs: JsonList, index: number, text: string, clash: Clash = 'replace') {
  const document = withVariables(envs);
  const row = [...listPath, index];
  const planned = planLines(readEnv(text), namesBeside(document, row), clash);
  const editor = { root: deploymentGroup, alternatives: createAlternatives() };
  const result = pasteVariables(editor, document, row, planned);
  return {
    kinds: planned.map(({ kind }) => kind),
    envs: getIn(result.document, listPath),
    focus: result.row?.at(-1),
  };
}

const blank = { name: '', value: '' };
const old = (name: string) => ({ name, value: 'old' });

test('the variables replace a blank row, in line order', () => {
  expect(paste([old('X'), blank, old('Y')], 1, '# c\nA=1\nB="x\ny"\n')).toEqual({
    kinds: ['skip', 'add', 'add'],
    envs: [old('X'), { name: 'A', value: '1' }, { name: 'B', value: 'x\ny' }, old('Y')],
    focus: 1,
  });
});

test.each([
  ['with a name', { name: 'N', value: '' }],
  ['with a value', { name: '', value: 'v' }],
  ['of another kind', { name: '', field_path: 'status.hostIP' }],
  ['with keys of its own', { name: '', value: '', more: 1 }],
])('a row %s stays, and the variables follow it', (_what, row) => {
  expect(paste([row, old('Y')], 0, 'A=1\nB=2').envs).toEqual([
    row,
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
    old('Y'),
  ]);
});

test('the last line wins if a name is set twice', () => {
  expect(paste([blank], 0, 'A=1\nB=2\nA=3')).toEqual({
    kinds: ['setAgain', 'add', 'add'],
    envs: [
      { name: 'B', value: '2' },
      { name: 'A', value: '3' },
    ],
    focus: 0,
  });
});

describe('a name that the list already contains', () => {
  const secret = { name: 'S', value_from: { secret: { name: 's', key: 'k' } }, more: 1 };

  test('gets the value as plain text and keeps its position and other keys', () => {
    expect(paste([old('X'), secret, blank], 2, 'S=new\nA=1')).toEqual({
      kinds: ['replace', 'add'],
      envs: [old('X'), { name: 'S', value: 'new', more: 1 }, { name: 'A', value: '1' }],
      focus: 2,
    });
  });

  test('keeps its value with “keep”', () => {
    expect(paste([old('X'), secret, blank], 2, 'S=new\nX=2\nA=1', 'keep')).toEqual({
      kinds: ['keep', 'keep', 'add'],
      envs: [old('X'), secret, { name: 'A', value: '1' }],
      focus: 2,
    });
  });

  test('is focused at its new position if nothing is added', () => {
    expect(paste([blank, old('X'), old('Y')], 0, 'Y=2')).toEqual({
      kinds: ['replace'],
      envs: [old('X'), { name: 'Y', value: '2' }],
      focus: 1,
    });
    expect(paste([old('X'), blank], 1, 'X=2').focus).toBe(0);
  });

  test('changes only in its first row if it appears twice', () => {
    expect(paste([old('X'), old('X'), blank], 2, 'X=2').envs).toEqual([
      { name: 'X', value: '2' },
      old('X'),
    ]);
  });
});

test('remaining rows keep their identity', () => {
  const document = withVariables([old('X'), blank, old('Y')]);
  const before = idsOf(getIn(document, listPath) as JsonList);
  const row = [...listPath, 1];
  const planned = planLines(readEnv('X=1\nA=2'), namesBeside(document, row), 'replace');
  const editor = { root: deploymentGroup, alternatives: createAlternatives() };
  const after = pasteVariables(editor, document, row, planned).document;
  const ids = idsOf(getIn(after, listPath) as JsonList);
  expect([ids[0], ids[2]]).toEqual([before[0], before[2]]);
});
