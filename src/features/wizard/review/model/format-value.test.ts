import { describe, expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { englishFormatter } from './value-formatter.testing.ts';

const { fields } = containerGroup;
const { limits } = fields.resources.fields;

describe('a value in words', () => {
  test.each<[string, Json | undefined, Parameters<typeof englishFormatter.value>[1], string]>([
    ['a switch', true, fields.privileged, 'Yes'],
    ['a choice', 'D310', fields.npu_type, 'D310'],
    ['a word that the API does not know', 'D9', fields.npu_type, 'D9'],
    ['a text', 'nginx:alpine', fields.image_url, 'nginx:alpine'],
    ['a required text that is empty', '', fields.image_url, 'Not set'],
    ['an optional text that is empty', '', fields.version, '(empty)'],
    ['a text under an unknown key', 'x', undefined, '"x"'],
    [
      'one word per entry of a command',
      ['sh', '-c', 'echo "a b"'],
      fields.command,
      'sh -c "echo \\"a b\\""',
    ],
    ['an empty list', [], fields.command, 'None'],
    ['an amount of one', '1', limits.fields.cpu, '1 core'],
    ['an amount of more', '0.5', limits.fields.cpu, '0.5 cores'],
    ['amounts together', { cpu: '2', memory: '512' }, limits, 'CPU 2 cores · Memory 512 MB'],
    [
      'a probe',
      { http_get: { path: '/ready', port: 8080 }, initial_delay_seconds: 5 },
      fields.readiness_probe,
      'HTTP request (Path /ready · Port 8080) · Initial delay 5 s',
    ],
    ['an unknown key inside', { cpu: '2', disk: 'x' }, limits, 'CPU 2 cores · disk "x"'],
    ['text where a number belongs', '8x', fields.run_as_user, '8x'],
    ['an object where a text belongs', { a: 1 }, fields.image_url, '{"a":1}'],
  ])('%s', (_what, value, spec, text) => {
    expect(englishFormatter.value(value, spec).text).toBe(text);
  });
});
