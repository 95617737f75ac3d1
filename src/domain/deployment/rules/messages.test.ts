import { describe, expect, test } from 'vitest';
import type { RuleId } from '#src/domain/core/issue.ts';
import { validate } from '../validate.ts';
import { container, onGroup, onNode } from './examples/example-bodies.ts';

const platinum = { edition: 'platinum' } as const;

/** The English and the Chinese sentences of one rule, in order. */
const said = (rule: RuleId, body: unknown) =>
  validate(body, platinum)
    .filter((issue) => issue.rule === rule)
    .map(({ message }) => [message.en, message.zh]);

const inContainer = (parts: Record<string, unknown>) => onNode({ container: parts });
const port = (host_port: number, more = {}) => ({ container_port: host_port, host_port, ...more });
const long = 'a'.repeat(45);

describe('a message names the place of the first one, counted from 1', () => {
  test('host ports, with the container by its name or its place', () => {
    const body = onNode({
      template: {
        containers: [
          container('web', { ports: [port(1), port(80), port(81, { host_ip: '10.0.0.1' })] }),
          container('db', { ports: [port(80), port(81, { host_ip: '10.0.0.1' })] }),
        ],
        init_containers: [container('prepare', { ports: [port(90)] }), { ports: [port(90)] }],
      },
    });
    expect(said('R16', body)).toEqual([
      [
        'Host port 90 is already used by init container "prepare", row 1. Choose another port.',
        '主机端口 90 已被init容器“prepare”第 1 行使用。请换一个端口。',
      ],
      [
        'Host port 80 is already used by container "web", row 2. Choose another port.',
        '主机端口 80 已被容器“web”第 2 行使用。请换一个端口。',
      ],
      [
        'Host port 81 on 10.0.0.1 is already used by container "web", row 3. Choose another port.',
        '主机端口 81（10.0.0.1）已被容器“web”第 3 行使用。请换一个端口。',
      ],
    ]);
  });

  test('a container without a name goes by its place', () => {
    const nameless = { image_url: 'a', ports: [port(80)] };
    const body = onNode({ template: { containers: [container('a'), nameless, nameless] } });
    expect(said('R16', body)[0]).toEqual([
      'Host port 80 is already used by container 2, row 1. Choose another port.',
      '主机端口 80 已被第 2 个容器第 1 行使用。请换一个端口。',
    ]);
  });

  test('container ports, as a warning', () => {
    const ports = [
      port(1),
      { container_port: 80, host_port: 2 },
      { container_port: 80, host_port: 3 },
    ];
    const found = validate(inContainer({ ports }), platinum).filter(({ rule }) => rule === 'R16');
    expect(found.map(({ severity, message }) => [severity, message.en])).toEqual([
      ['warning', 'Container port 80 is already mapped in row 2.'],
    ]);
    expect(found[0]?.message.zh).toBe('容器端口 80 已在第 2 行映射。');
  });

  test('names of variables', () => {
    const envs = ['A', 'B', 'C', 'B'].map((name) => ({ name, value: '' }));
    expect(said('R19', inContainer({ envs }))).toEqual([
      [
        '"B" is already the name of row 2. Choose another name.',
        '“B”与第 2 行的名称重复。请换一个名称。',
      ],
    ]);
  });

  test('containers, and containers among the init containers', () => {
    const body = onNode({
      template: {
        containers: [container('a'), container('b'), container('b')],
        init_containers: [container('i'), container('j'), container('j')],
      },
    });
    expect(said('R31', body)).toEqual([
      [
        '"j" is already the name of init container 2. Choose another name.',
        '“j”与第 2 个init容器的名称重复。请换一个名称。',
      ],
      [
        '"b" is already the name of container 2. Choose another name.',
        '“b”与第 2 个容器的名称重复。请换一个名称。',
      ],
    ]);
  });

  test('volumes, by name and by path', () => {
    const volume = (name: string, destination: string) => ({
      name,
      destination,
      type: 'emptyDir',
      source: 'disk',
    });
    const volumes = [volume('x', '/x'), volume('a', '/a'), volume('a', '/b'), volume('c', '/a')];
    expect(said('R31', inContainer({ volumes }))).toEqual([
      [
        '"a" is already the name of volume 2. Choose another name.',
        '“a”与第 2 个卷的名称重复。请换一个名称。',
      ],
      [
        'Volume 2 is already mounted at "/a". Choose another path.',
        '“/a”已被第 2 个卷用作挂载路径。请换一个路径。',
      ],
    ]);
  });

  test('keys of tags', () => {
    const tags = ['x', 'a', 'a'].map((key) => ({ key }));
    expect(said('R29', { ...onNode(), tags })).toEqual([
      [
        '"a" is already the key of tag 2. Choose another key.',
        '“a”与第 2 个标签的键重复。请换一个键。',
      ],
    ]);
  });
});

describe('a message tells how much is too much', () => {
  test('tags', () => {
    const tags = Array.from({ length: 13 }, (_, at) => ({ key: `k${at}` }));
    expect(said('R29', { ...onNode(), tags })).toEqual([
      [
        '13 tags are set; at most 10 are allowed. Remove 3.',
        '设置了 13 个标签，最多 10 个。请删除 3 个。',
      ],
    ]);
  });

  test.each([
    ['args', 'arguments', '启动参数'],
    ['command', 'command', '启动命令'],
  ])('characters of %s, each pair of halves once', (key, en, zh) => {
    expect(said('R33', inContainer({ [key]: ['a'.repeat(65_530), '\uffff'.repeat(6)] }))).toEqual(
      [],
    );
    expect(said('R33', inContainer({ [key]: ['a'.repeat(65_530), '😀'.repeat(9)] }))).toEqual([
      [
        `65539 characters of ${en} in total; at most 65536 are allowed. Remove 3.`,
        `${zh}总长度为 65539 个字符，最大为 65536。请减少 3 个字符。`,
      ],
    ]);
  });

  test.each([
    ['cpu', '2', '1', '2 cores', '2 核'],
    ['memory', '5', '4', '5 MB', '5 MB'],
    ['gpu', '2', '1', '2 MB of GPU memory', '2 MB 显存'],
    ['npu', '2', '1', '2 NPUs', '2 个 NPU'],
    ['cpu', '1', '0.5', '1 core', '1 核'],
    ['npu', '1', '0.5', '1 NPU', '1 个 NPU'],
  ])('a request of %s %s above %s', (amount, request, limit, en, zh) => {
    const resources = { requests: { [amount]: request }, limits: { [amount]: limit } };
    const [message] = said('R24', inContainer({ resources }));
    expect(message?.[0]).toBe(
      `Requests ${en}, more than its limit of ${limit}. Lower the request or raise the limit.`,
    );
    expect(message?.[1]).toContain(`申请量 ${zh} 大于限制量`);
  });

  test.each(['D310', 'D310B'])('a request of %s chips', (amount) => {
    const resources = { requests: { [amount]: '2' }, limits: { [amount]: '1' } };
    const found = validate(inContainer({ resources }), { ...platinum, generation: '2025' });
    const [message] = found.filter(({ rule }) => rule === 'R24').map((issue) => issue.message);
    expect(message?.en).toContain(`Requests 2 ${amount} chips, more than`);
    expect(message?.zh).toContain(`申请量 2 个 ${amount} 大于限制量 1 个 ${amount}`);
  });
});

describe('a message names what to take instead', () => {
  test.each([
    ['Exists', 'In'],
    ['DoesNotExist', 'NotIn'],
  ])('of %s with values: %s', (operator, other) => {
    const node_affinity = [{ key: 'a', operator, values: ['b'] }];
    expect(said('R12', onGroup({ template: { affinity: { node_affinity } } }))).toEqual([
      [
        `${operator} takes no values. Remove them, or use ${other}.`,
        `${operator}不允许填写值。请删除这些值，或改用${other}。`,
      ],
    ]);
  });

  test.each([
    [['value', 'value_from'], 'value and value_from', 'value、value_from'],
    [
      ['value', 'value_from', 'field_path'],
      'value, value_from and field_path',
      'value、value_from、field_path',
    ],
  ])('of several origins: %j', (keys, en, zh) => {
    const env = { name: 'A', ...Object.fromEntries(keys.map((key) => [key, {}])) };
    expect(said('R17', inContainer({ envs: [env] }))).toEqual([
      [`${en} are set together. Keep one of them.`, `同时设置了${zh}。请只保留其中一个。`],
    ]);
  });
});

test.each([
  [long.slice(0, 40), long.slice(0, 40)],
  [long.slice(0, 41), `${long.slice(0, 40)}…`],
  ['😀'.repeat(40), '😀'.repeat(40)],
  ['😀'.repeat(60), `${'😀'.repeat(40)}…`],
])('a long value is cut after 40 characters: %s', (source, shown) => {
  const volumes = [{ name: 'a', type: 'emptyDir', source, destination: '/a' }];
  expect(said('R20', inContainer({ volumes }))[0]?.[0]).toBe(
    `The source of an emptyDir volume is disk or memory, not "${shown}".`,
  );
});

test('an init container with probes and ports is told of each, and of empty ports not', () => {
  const exec = { exec: { command: 'a' } };
  const init = (ports: unknown[]) =>
    onNode({
      template: { init_containers: [container('i', { ports, liveness_probe: exec })] },
    });
  const probe = [
    'An init container ends before the others start, so its probe has no use. Remove it.',
    'init容器在其他容器启动前运行结束，探针不起作用。请删除。',
  ];
  expect(said('R32', init([]))).toEqual([probe]);
  expect(said('R32', init([port(80)]))).toEqual([
    [
      'An init container ends before the others start, so its ports have no use. Remove them.',
      'init容器在其他容器启动前运行结束，端口映射不起作用。请删除。',
    ],
    probe,
  ]);
});
