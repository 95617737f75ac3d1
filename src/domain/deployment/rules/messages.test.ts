import { describe, expect, test } from 'vitest';
import type { RuleId } from '#src/domain/core/issue.ts';
import { validate } from '../validate.ts';
import { container, onGroup, onNode } from './examples/example-bodies.ts';

const platinum = { edition: 'platinum' } as const;

/** The English and Chinese messages of one rule, in order. */
const messagesOf = (rule: RuleId, body: unknown) =>
  validate(body, platinum)
    .filter((issue) => issue.rule === rule)
    .map(({ message }) => [message.en, message.zh]);

const inContainer = (parts: Record<string, unknown>) => onNode({ container: parts });
const port = (host_port: number, more = {}) => ({ container_port: host_port, host_port, ...more });
const long = 'a'.repeat(45);

describe('a message about a duplicate names the first occurrence, counted from 1', () => {
  test('of a host port, with the name or position of the container', () => {
    const body = onNode({
      template: {
        containers: [
          container('web', { ports: [port(1), port(80), port(81, { host_ip: '10.0.0.1' })] }),
          container('db', { ports: [port(80), port(81, { host_ip: '10.0.0.1' })] }),
        ],
        init_containers: [container('prepare', { ports: [port(90)] }), { ports: [port(90)] }],
      },
    });
    expect(messagesOf('R16', body)).toEqual([
      [
        'Host port 90 is already used by init container “prepare”, row 1. Choose another port.',
        '主机端口 90 已被使用：init 容器“prepare”，第 1 行。请换一个端口。',
      ],
      [
        'Host port 80 is already used by container “web”, row 2. Choose another port.',
        '主机端口 80 已被使用：容器“web”，第 2 行。请换一个端口。',
      ],
      [
        'Host port 81 on 10.0.0.1 is already used by container “web”, row 3. Choose another port.',
        '主机端口 81（10.0.0.1）已被使用：容器“web”，第 3 行。请换一个端口。',
      ],
    ]);
  });

  test('a container without a name is identified by its position', () => {
    const nameless = { image_url: 'a', ports: [port(80)] };
    const body = onNode({ template: { containers: [container('a'), nameless, nameless] } });
    expect(messagesOf('R16', body)[0]).toEqual([
      'Host port 80 is already used by container 2, row 1. Choose another port.',
      '主机端口 80 已被使用：第 2 个容器，第 1 行。请换一个端口。',
    ]);
  });

  test('of a container port, as a warning', () => {
    const ports = [
      port(1),
      { container_port: 80, host_port: 2 },
      { container_port: 80, host_port: 3 },
    ];
    const found = validate(inContainer({ ports }), platinum).filter(({ rule }) => rule === 'R16');
    expect(found.map(({ severity, message }) => [severity, message.en])).toEqual([
      [
        'warning',
        'Container port 80 is already mapped in row 2. Remove one of the rows unless you need both.',
      ],
    ]);
    expect(found[0]?.message.zh).toBe('容器端口 80 已在第 2 行映射。如非有意，请删除其中一行。');
  });

  test('of a variable name', () => {
    const envs = ['A', 'B', 'C', 'B'].map((name) => ({ name, value: '' }));
    expect(messagesOf('R19', inContainer({ envs }))).toEqual([
      [
        '“B” is already used in row 2. Choose another name.',
        '“B”与第 2 行的名称重复。请换一个名称。',
      ],
    ]);
  });

  test('of a container name, in either list', () => {
    const body = onNode({
      template: {
        containers: [container('a'), container('b'), container('b')],
        init_containers: [container('i'), container('j'), container('j')],
      },
    });
    expect(messagesOf('R31', body)).toEqual([
      [
        '“j” is already the name of init container 2. Choose another name.',
        '“j”与第 2 个 init 容器的名称重复。请换一个名称。',
      ],
      [
        '“b” is already the name of container 2. Choose another name.',
        '“b”与第 2 个容器的名称重复。请换一个名称。',
      ],
    ]);
  });

  test('of a volume name or mount path', () => {
    const volume = (name: string, destination: string) => ({
      name,
      destination,
      type: 'emptyDir',
      source: 'disk',
    });
    const volumes = [volume('x', '/x'), volume('a', '/a'), volume('a', '/b'), volume('c', '/a')];
    expect(messagesOf('R31', inContainer({ volumes }))).toEqual([
      [
        '“a” is already the name of volume 2. Choose another name.',
        '“a”与第 2 个卷的名称重复。请换一个名称。',
      ],
      [
        'Volume 2 is already mounted at “/a”. Choose another path.',
        '“/a”已被第 2 个卷用作挂载路径。请换一个路径。',
      ],
    ]);
  });

  test('of a tag key', () => {
    const tags = ['x', 'a', 'a'].map((key) => ({ key }));
    expect(messagesOf('R29', { ...onNode(), tags })).toEqual([
      [
        '“a” is already the key of tag 2. Choose another key.',
        '“a”与第 2 个标签的键重复。请换一个键。',
      ],
    ]);
  });
});

describe('a message states the excess', () => {
  test('of tags', () => {
    const tags = Array.from({ length: 13 }, (_, at) => ({ key: `k${at}` }));
    expect(messagesOf('R29', { ...onNode(), tags })).toEqual([
      [
        '13 tags are set; at most 10 are allowed. Remove 3.',
        '设置了 13 个标签，最多 10 个。请删除 3 个。',
      ],
    ]);
  });

  test.each([
    ['args', 'arguments have', '启动参数'],
    ['command', 'command has', '启动命令'],
  ])('of characters in %s, counting a surrogate pair once', (key, en, zh) => {
    expect(
      messagesOf('R33', inContainer({ [key]: ['a'.repeat(65_530), '\uffff'.repeat(6)] })),
    ).toEqual([]);
    expect(messagesOf('R33', inContainer({ [key]: ['a'.repeat(65_530), '😀'.repeat(9)] }))).toEqual(
      [
        [
          `The ${en} 65539 characters in total, but at most 65536 are allowed. Remove 3.`,
          `${zh}总长度为 65539 个字符，最大为 65536。请减少 3 个字符。`,
        ],
      ],
    );
  });

  test.each([
    ['cpu', '2', '1', '2 cores', '1 core', '2 核'],
    ['memory', '5', '4', '5 MB', '4 MB', '5 MB'],
    ['gpu', '2', '1', '2 MB of GPU memory', '1 MB of GPU memory', '2 MB 显存'],
    ['npu', '2', '1', '2 NPUs', '1 NPU', '2 个 NPU'],
    ['cpu', '1', '0.5', '1 core', '0.5 cores', '1 核'],
    ['npu', '1', '0.5', '1 NPU', '0.5 NPUs', '1 个 NPU'],
  ])('of a %s request of %s over a limit of %s', (amount, request, limit, en, limitText, zh) => {
    const resources = { requests: { [amount]: request }, limits: { [amount]: limit } };
    const [message] = messagesOf('R24', inContainer({ resources }));
    expect(message?.[0]).toBe(
      `The request of ${en} exceeds the limit of ${limitText}. Lower the request or raise the limit.`,
    );
    expect(message?.[1]).toContain(`申请量 ${zh} 大于限制量`);
  });

  test.each(['D310', 'D310B'])('of a request for %s chips', (amount) => {
    const resources = { requests: { [amount]: '2' }, limits: { [amount]: '1' } };
    const found = validate(inContainer({ resources }), { ...platinum, generation: '2025' });
    const [message] = found.filter(({ rule }) => rule === 'R24').map((issue) => issue.message);
    expect(message?.en).toContain(`The request of 2 ${amount} chips exceeds the limit of 1`);
    expect(message?.zh).toContain(`申请量 2 个 ${amount} 大于限制量 1 个 ${amount}`);
  });
});

describe('a message names the alternative', () => {
  test.each([
    ['Exists', 'In'],
    ['DoesNotExist', 'NotIn'],
  ])('to %s with values: %s', (operator, other) => {
    const node_affinity = [{ key: 'a', operator, values: ['b'] }];
    expect(messagesOf('R12', onGroup({ template: { affinity: { node_affinity } } }))).toEqual([
      [
        `${operator} takes no values. Remove them, or use ${other}.`,
        `${operator} 不允许填写值。请删除这些值，或改用 ${other}。`,
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
  ])('to several sources of a value: %j', (keys, en, zh) => {
    const env = { name: 'A', ...Object.fromEntries(keys.map((key) => [key, {}])) };
    expect(messagesOf('R17', inContainer({ envs: [env] }))).toEqual([
      [`Only one of ${en} can be set. Remove the others.`, `同时设置了 ${zh}。请只保留其中一个。`],
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
  expect(messagesOf('R20', inContainer({ volumes }))[0]?.[0]).toBe(
    `The source of an emptyDir volume is disk or memory, not “${shown}”.`,
  );
});

test('an init container gets warnings for a probe and for ports, but not for an empty list of ports', () => {
  const exec = { exec: { command: 'a' } };
  const init = (ports: unknown[]) =>
    onNode({
      template: { init_containers: [container('i', { ports, liveness_probe: exec })] },
    });
  const probe = [
    'An init container ends before the other containers start, so its probe has no effect. Remove it.',
    'init 容器在其他容器启动前运行结束，探针不生效。请删除。',
  ];
  expect(messagesOf('R32', init([]))).toEqual([probe]);
  expect(messagesOf('R32', init([port(80)]))).toEqual([
    [
      'An init container ends before the other containers start, so its port mappings have no effect. Remove them.',
      'init 容器在其他容器启动前运行结束，端口映射不生效。请删除。',
    ],
    probe,
  ]);
});
