import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#src/json/value.ts';
import { describeChanges } from './change-sentences.ts';

/** A body with one container, changed by both arguments. */
function body(container: JsonObject, root: JsonObject = {}, configs: JsonObject = {}): Json {
  const web = { name: 'web', image_url: 'a:1', ...container };
  return {
    name: 'shop',
    ...root,
    deployment: { replicas: 1, template: { configs, containers: [web] } },
  };
}

const plain = body({});
const variable = (value: string) => body({ envs: [{ name: 'LEVEL', value }] });
const reference = { configmap: { name: 'settings', key: 'level' } };

const table: readonly (readonly [string, Json, Json, readonly string[], readonly string[]])[] = [
  [
    'an image',
    plain,
    body({ image_url: 'a:2' }),
    ['Image of “web” changed from “a:1” to “a:2”.'],
    ['“web”的容器镜像由“a:1”改为“a:2”。'],
  ],
  [
    'a field of the deployment',
    plain,
    body({}, { name: 'store' }),
    ['Deployment name changed from “shop” to “store”.'],
    ['应用部署名称由“shop”改为“store”。'],
  ],
  [
    'a field that was empty',
    body({}, { name: '' }),
    plain,
    ['Deployment name set to “shop”.'],
    ['应用部署名称设为“shop”。'],
  ],
  [
    'a new variable beside others',
    variable('info'),
    body({
      envs: [
        { name: 'LEVEL', value: 'info' },
        { name: 'MODE', value: '1' },
      ],
    }),
    ['Variable “MODE” added to “web”.'],
    ['新增“web”的变量“MODE”。'],
  ],
  [
    'the first variable',
    plain,
    variable('info'),
    ['Environment variables of “web” added: “LEVEL”.'],
    ['新增“web”的环境变量：“LEVEL”。'],
  ],
  [
    'the value of a variable',
    variable('info'),
    variable('debug'),
    ['Variable “LEVEL” of “web” changed from “info” to “debug”.'],
    ['“web”的变量“LEVEL”由“info”改为“debug”。'],
  ],
  [
    'a variable that now reads a configmap',
    variable('info'),
    body({ envs: [{ name: 'LEVEL', value_from: reference }] }),
    [
      'Value of variable “LEVEL” of “web” removed.',
      'Variable “LEVEL” of “web” reads key “level” of configmap “settings”.',
    ],
    ['删除“web”的变量“LEVEL”的变量值。', '“web”的变量“LEVEL”取自配置项“settings”的键“level”。'],
  ],
  [
    'a renamed container',
    plain,
    body({ name: 'front' }),
    ['Container “web” renamed to “front”.'],
    ['容器“web”更名为“front”。'],
  ],
  [
    'a limit with its unit',
    body({ resources: { limits: { cpu: '0.5' } } }),
    body({ resources: { limits: { cpu: '1' } } }),
    ['CPU (limits) of “web” changed from 0.5 cores to 1 core.'],
    ['“web”的 CPU（资源限制量）由 0.5 核改为 1 核。'],
  ],
  [
    'a switch',
    body({ privileged: false }),
    body({ privileged: true }, {}, { host_network: true }),
    ['Host network switched on.', 'Privileged container of “web” switched on.'],
    ['开启主机网络。', '开启“web”的特权容器。'],
  ],
  [
    'ports',
    body({ ports: [{ container_port: 80, host_port: 80 }] }),
    body({ ports: [{ container_port: 443 }, { container_port: 80, host_port: 8080 }] }),
    ['Port 443 added to “web”.', 'Host port of port 80 of “web” changed from 80 to 8080.'],
    ['新增“web”的端口 443。', '“web”的端口 80 的主机端口由 80 改为 8080。'],
  ],
  [
    'the number of a port',
    body({ ports: [{ container_port: 80, host_port: 80 }] }),
    body({ ports: [{ container_port: 8080, host_port: 80 }] }),
    ['Port 80 of “web” changed to 8080.'],
    ['“web”的端口 80 改为 8080。'],
  ],
  [
    'arguments',
    body({ args: ['-a'] }),
    body({ args: ['-a', '-b'] }),
    ['Argument “-b” added to “web”.'],
    ['新增“web”的参数“-b”。'],
  ],
  [
    'a probe',
    plain,
    body({ liveness_probe: { exec: { command: 'true' } } }),
    ['Liveness probe of “web” added.'],
    ['新增“web”的存活探针。'],
  ],
  [
    'an edge node',
    body({}, { node_ids: [] }),
    body({}, { node_ids: ['n1'] }),
    ['Node ID “n1” added.'],
    ['新增节点 ID“n1”。'],
  ],
  [
    'a row in another place',
    body({}, { tags: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] }),
    body({}, { tags: [{ key: 'c' }, { key: 'a' }, { key: 'b' }] }),
    ['Tag “c” moved from place 3 to 1.'],
    ['标签“c”从第 3 位移到第 1 位。'],
  ],
  [
    'a key that the API does not define',
    plain,
    body({ note: 'x' }),
    ['“note” of “web” set to “x”.'],
    ['“web”的“note”设为“x”。'],
  ],
  ['the whole document', plain, null, ['The whole document changed.'], ['整份文档已更改。']],
];

describe('the sentences of a change', () => {
  test.each(table)('%s', (_, before, after, en, zh) => {
    const sentences = describeChanges(before, after).map(({ sentence }) => sentence);
    expect(sentences.map((sentence) => sentence.en)).toEqual(en);
    expect(sentences.map((sentence) => sentence.zh)).toEqual(zh);
  });

  test('list the names of up to five rows', () => {
    const envs = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({ name, value: '' }));
    const [change] = describeChanges(plain, body({ envs }));
    expect(change?.sentence).toEqual({
      en: 'Environment variables of “web” added: “A”, “B”, “C”, “D”, “E” and 2 more.',
      zh: '新增“web”的环境变量：“A”、“B”、“C”、“D”、“E”等 7 项。',
    });
  });

  test('shorten long values and show line breaks', () => {
    const long = variable(`first\nsecond ${'x'.repeat(100)}`);
    const [change] = describeChanges(variable(''), long);
    expect(change?.sentence.en).toMatch(/set to “first ⏎ second x{45}…”\.$/);
  });
});
