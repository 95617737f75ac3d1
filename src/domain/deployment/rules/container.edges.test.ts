import { describe, expect, test } from 'vitest';
import type { RuleId } from '#src/domain/core/issue.ts';
import { formatPath } from '#src/json/path.ts';
import type { Context } from '#src/domain/core/context.ts';
import { onNode, type LooseObject } from './examples/example-bodies.ts';
import { judge } from './judge.testing.ts';

const professional: Context = { edition: 'professional' };
const platinum: Context = { edition: 'platinum' };
const newer: Context = { edition: 'professional', generation: '2025' };

/** The paths of one rule's findings, relative to the container. */
function found(rule: RuleId, container: LooseObject, context = professional): string[] {
  return judge(onNode({ container }), context)
    .filter((verdict) => verdict.rule === rule)
    .map(({ path }) => formatPath(path.slice(4)));
}

describe('ports', () => {
  const range = { min_port: 1, max_port: 2 };
  test.each([
    [{ host_port: 80 }, []],
    [{ host_port_range: range }, []],
    [{ host_port: 80, host_port_range: range }, ['ports[0].host_port_range']],
    [{}, ['ports[0]']],
    [{ host_port: null }, ['ports[0]']],
  ])('R14 on %j', (port, expected) => {
    expect(found('R14', { ports: [port] }, platinum)).toEqual(expected);
  });

  test.each([
    [1, 2, []],
    [2, 2, ['ports[0].host_port_range.max_port']],
    [3, 2, ['ports[0].host_port_range.max_port']],
    ['3', 2, []],
    [3, undefined, []],
  ])('R15 from %j to %j', (min_port, max_port, expected) => {
    const ports = [{ host_port_range: { min_port, max_port } }];
    expect(found('R15', { ports }, platinum)).toEqual(expected);
    expect(found('R15', { ports })).toEqual(['ports[0].host_port_range']);
  });
});

describe('environment variables', () => {
  const value_from = { secret: { name: 's', key: 'k' } };
  const field_path = 'status.hostIP';
  test.each([
    [{ value: '' }, []],
    [{ value: null }, ['envs[0]']],
    [{ value: 'a', value_from }, ['envs[0].value_from']],
    [{ value_from, field_path }, ['envs[0].field_path']],
    [{ value: '', field_path }, ['envs[0].field_path']],
    [{ value: '', value_from, field_path }, ['envs[0].value_from']],
  ])('R17 on %j', (env, expected) => {
    expect(found('R17', { envs: [{ name: 'A', ...env }] })).toEqual(expected);
  });

  test.each([
    [{}, ['envs[0].value_from']],
    [{ secret: null }, ['envs[0].value_from']],
    [{ secret: {} }, []],
    [{ configmap: {} }, []],
    [{ secret: {}, configmap: {} }, ['envs[0].value_from']],
    ['secret', []],
    [null, []],
  ])('R18 on %j', (reference, expected) => {
    expect(found('R18', { envs: [{ name: 'A', value_from: reference }] })).toEqual(expected);
  });

  test('R19 distinguishes names of equal length and ending', () => {
    const named = (...names: string[]) => ({ envs: names.map((name) => ({ name, value: 'x' })) });
    expect(found('R19', named('A_HOST', 'B_HOST', 'C_HOST', 'ab', 'bb', 'b'))).toEqual([]);
    expect(found('R19', named('A_HOST', 'B_HOST', 'B_HOST', 'A_HOST'))).toEqual([
      'envs[2].name',
      'envs[3].name',
    ]);
  });

  test('R19 reports every later duplicate, but no empty names', () => {
    const names = ['A', 'B', 'A', '', '', 'A', '__proto__', 'constructor', '__proto__'];
    const envs = names.map((name) => ({ name, value: '' }));
    expect(found('R19', { envs })).toEqual(['envs[2].name', 'envs[5].name', 'envs[8].name']);
  });
});

describe('volumes', () => {
  test.each([
    ['hostPath', '/', true],
    ['hostPath', '/var/IEF-1_a.b\\c', true],
    ['hostPath', 'var', false],
    ['hostPath', '/var log', false],
    ['hostPath', '/日志', false],
    ['hostPath', '/var\n', false],
    ['hostPath', '', true],
    ['emptyDir', 'disk', true],
    ['emptyDir', 'memory', true],
    ['emptyDir', 'Memory', false],
    ['emptyDir', undefined, true],
    ['secret', '?', true],
    ['configMap', '?', true],
    ['hostpath', '?', true],
    [undefined, '?', true],
  ])('R20 on %s from %j: %s', (type, source, isGood) => {
    const expected = isGood ? [] : ['volumes[0].source'];
    expect(found('R20', { volumes: [{ type, source }] })).toEqual(expected);
  });

  test('R20 takes linear time on a path that would be slow with backtracking', () => {
    const source = `/${'a/'.repeat(200_000)}?`;
    // The lowest CPU time of five runs, so that the test does not fail on a loaded machine.
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      expect(found('R20', { volumes: [{ type: 'hostPath', source }] })).toHaveLength(1);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test.each([
    ['secret', false, 1],
    ['configMap', false, 1],
    ['configMap', undefined, 0],
    ['configMap', null, 0],
    ['hostPath', false, 0],
  ])('R21 on %s with read_only %j', (type, read_only, findings) => {
    expect(found('R21', { volumes: [{ type, read_only }] })).toHaveLength(findings);
  });

  test.each([
    ['emptyDir', 420, 1],
    ['hostPath', 0, 1],
    ['hostPath', null, 0],
    ['secret', 420, 0],
    [undefined, 420, 0],
  ])('R22 on %s with default_mode %j', (type, default_mode, findings) => {
    expect(found('R22', { volumes: [{ type, default_mode }] }, newer)).toHaveLength(findings);
  });
});

describe('probes and commands', () => {
  test.each([
    [{}, ['liveness_probe']],
    [{ http_get: null, exec: null }, ['liveness_probe']],
    [{ exec: {} }, []],
    [{ http_get: {}, exec: {} }, ['liveness_probe.exec']],
    [null, []],
  ])('R23 on %j', (liveness_probe, expected) => {
    expect(found('R23', { liveness_probe })).toEqual(expected);
  });

  test.each([
    ['a', 65_536, 0],
    ['a', 65_537, 1],
    ['字', 65_536, 0],
    ['😀', 65_536, 0],
    ['😀', 65_537, 1],
    // An unpaired surrogate counts as one.
    ['\ud83d', 65_537, 1],
  ])('R33 counts %j, %i times, as code points', (character, times, findings) => {
    const command = [character.repeat(times - 1), 7, character];
    expect(found('R33', { command })).toHaveLength(findings);
  });

  test('R33 counts arguments and command separately', () => {
    const half = ['x'.repeat(40_000)];
    expect(found('R33', { args: half, command: half })).toEqual([]);
  });
});

describe('resources', () => {
  test.each([
    ['cpu', '0.5', '0.50', 0],
    ['cpu', '0.51', '0.5', 1],
    ['memory', '1000', '999', 1],
    ['memory', '9', '10', 0],
    ['gpu', '2', '1', 1],
    ['npu', '2', '1', 1],
    ['cpu', '2', undefined, 0],
    ['cpu', 2, '1', 0],
    ['cpu', '2e3', '1', 0],
    ['cpu', '2', '1 ', 0],
    ['D310', '2', '1', 0],
  ])('R24 on %s requests %j, limits %j', (amount, request, limit, findings) => {
    const resources = { requests: { [amount]: request }, limits: { [amount]: limit } };
    expect(found('R24', { resources })).toHaveLength(findings);
  });

  test('R24 compares the chip amounts of the newer generation', () => {
    const resources = { requests: { D310B: '2' }, limits: { D310B: '1' } };
    expect(found('R24', { resources }, newer)).toEqual(['resources.requests.D310B']);
  });

  test.each([
    ['4', 0],
    ['04.0', 0],
    ['3.999', 1],
    ['0.01', 1],
    ['0.001', 0],
    ['0', 0],
    ['3MB', 0],
    [3, 0],
  ])('R25 on a limit of %j', (memory, findings) => {
    expect(found('R25', { resources: { limits: { memory } } })).toHaveLength(findings);
  });

  test.each([
    ['1', 0],
    ['1.0', 0],
    ['0.5', 1],
    ['1.', 0],
    [1.5, 0],
  ])('R26 on %j', (npu, findings) => {
    expect(found('R26', { resources: { requests: { npu } } })).toHaveLength(findings);
  });

  test.each([
    [{ limits: { npu: '1' } }, 0],
    [{ requests: { npu: '1' } }, 0],
    [{ limits: { npu: '' } }, 1],
    [{ limits: { gpu: '1' } }, 1],
    [undefined, 1],
  ])('R27 on %j', (resources, findings) => {
    expect(found('R27', { npu_type: 'D310', resources })).toHaveLength(findings);
    expect(found('R27', { npu_type: '', resources })).toEqual([]);
  });
});
