import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import type { Facts, Generation } from '#src/domain/core/context.ts';
import { nodeId, onGroup, onNode, type LooseObject } from './examples/example-bodies.ts';
import { judge } from './judge.testing.ts';

/** The findings in a container on the node with the given facts; paths are relative to the container. */
function found(container: LooseObject, facts: Facts, generation: Generation = '2024-04'): string[] {
  return judge(onNode({ container }), { edition: 'platinum', generation, facts }).map(
    ({ rule, path }) => `${rule} ${formatPath(path.slice(4))}`,
  );
}

const node = { id: nodeId, name: 'edge-1' };

describe('R28', () => {
  const npu = { resources: { limits: { npu: '1' } } };

  test('reports the request if no limit is set', () => {
    const container = { resources: { requests: { npu: '1' } } };
    expect(found(container, { nodes: [{ ...node, enableNpu: false }] })).toEqual([
      'R28 resources.requests.npu',
    ]);
  });

  test.each([
    [{ npu_type: 'D310' }, 'D310', []],
    [{ npu_type: 'D310' }, 'D310B', ['R28 npu_type']],
    // Not set means D310.
    [{}, 'D310', []],
    [{}, 'D310B', ['R28 npu_type']],
    [{}, '', []],
    [{}, undefined, []],
  ])('compares the type %j with the type %j of the node', (container, npuType, expected) => {
    const known = { ...node, enableNpu: true, ...(npuType !== undefined && { npuType }) };
    expect(found({ ...npu, ...container }, { nodes: [known] })).toEqual(expected);
  });

  test('checks the chip amounts of the newer generation', () => {
    const container = { resources: { limits: { D310B: '1' } } };
    const facts = { nodes: [{ ...node, npuType: 'D310' }] };
    expect(found(container, facts, '2025')).toEqual(['R28 resources.limits.D310B']);
    expect(found(container, facts)).toEqual([]);
  });

  test('reports nothing for unknown nodes and for groups', () => {
    const facts = { nodes: [{ ...node, enableNpu: false }] };
    expect(found(npu, { nodes: [{ ...node, id: 'other', enableNpu: false }] })).toEqual([]);
    expect(judge(onGroup({ container: npu }), { edition: 'platinum', facts })).toEqual([]);
  });
});

describe('R36', () => {
  test.each([
    ['x86_64', 'amd64/nginx:1', true],
    ['x86_64', 'arm64v8/nginx:1', false],
    ['X86_64', 'arm32v7/nginx', false],
    ['aarch64', 'docker.io/arm64v8/nginx', true],
    ['aarch64', 'arm32v7/nginx', true],
    ['x86_64', 'i386/nginx', true],
    ['aarch64', 'hub.example.com/k8s/pause-amd64:3.1', false],
    ['x86_64', 'team/app:1.0-arm64', false],
    ['x86_64', 'team/app:1.0-aarch64', false],
    ['aarch64', 'team/app:1.0_x86_64', false],
    ['x86_64', 'team/app:linux-amd64', true],
    ['x86_64', 'team/app:arm64', false],
    ['x86_64', 'team/app:arm64-1.0', false],
    ['x86_64', 'team/app:1.0', true],
    ['x86_64', 'arm/toolchain:1', true],
    ['x86_64', 'team/charm:1', true],
    ['x86_64', 'team/arm64:1', true],
    ['aarch64', 'amd64/app:1-arm64', true],
    ['riscv64', 'riscv64/app', true],
    ['', 'arm64v8/nginx', true],
    ['x86_64', 'constructor', true],
  ])('on a node with architecture %s, the image %s: %s', (arch, image, isGood) => {
    const facts = { nodes: [{ ...node, arch }] };
    expect(found({ image_url: image }, facts)).toEqual(isGood ? [] : ['R36 image_url']);
  });
});

describe('R37', () => {
  const facts: Facts = {
    configmaps: [{ name: 'settings', keys: ['level'] }],
    secrets: [{ name: 'login', keys: [] }],
  };
  const env = (value_from: object) => ({ envs: [{ name: 'A', value_from }] });

  test.each([
    [env({ secret: { name: 'gone', key: 'a' } }), ['R37 envs[0].value_from.secret.name']],
    [env({ secret: { name: 'login', key: 'a' } }), ['R37 envs[0].value_from.secret.key']],
    [env({ secret: { name: 'settings', key: 'level' } }), ['R37 envs[0].value_from.secret.name']],
    [env({ configmap: { name: 'settings', key: 'level' } }), []],
    [env({ configmap: { name: '', key: '' } }), []],
    [{ volumes: [{ type: 'configMap', source: 'settings' }] }, []],
    [{ volumes: [{ type: 'configMap', source: 'login' }] }, ['R37 volumes[0].source']],
    [{ volumes: [{ type: 'secret', source: 'gone' }] }, ['R37 volumes[0].source']],
    [{ volumes: [{ type: 'emptyDir', source: 'disk' }] }, []],
  ])('on %j', (container, expected) => {
    expect(found(container, facts)).toEqual(expected);
  });

  test('reports nothing for a kind whose objects are unknown', () => {
    const container = env({ secret: { name: 'gone', key: 'a' } });
    expect(found(container, { configmaps: [] })).toEqual([]);
  });
});
