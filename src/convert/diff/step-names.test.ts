import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#src/json/value.ts';
import { nameStep } from './step-names.ts';

const body = (
  container: JsonObject,
  root: JsonObject = {},
  others: Json[] = [],
  configs: JsonObject = {},
): Json => ({
  name: 'shop',
  ...root,
  deployment: {
    template: {
      configs,
      containers: [{ name: 'web', image_url: 'a:1', ...container }, ...others],
    },
  },
});
const plain = body({});
const A = { name: 'A', value: '1' };
const B = { name: 'B', value: '2' };
const C = { name: 'C', value: '3' };

describe('a step of the history has a name', () => {
  test.each<[Json, Json, string, string]>([
    [plain, body({ image_url: 'a:2' }), 'Changed image of web', '修改 web 的容器镜像'],
    [plain, body({}, { name: 'store' }), 'Changed deployment name', '修改应用部署名称'],
    [plain, body({ name: 'app' }), 'Renamed container web to app', '重命名容器 web 为 app'],
    [body({ envs: [A] }), body({ envs: [A, B] }), 'Added variable B to web', '新增 web 的变量 B'],
    [
      body({ envs: [A, B] }),
      body({ envs: [B] }),
      'Removed variable A from web',
      '删除 web 的变量 A',
    ],
    [
      body({ envs: [A] }),
      body({ envs: [{ ...A, value: '9' }] }),
      'Changed variable A of web',
      '修改 web 的变量 A',
    ],
    [plain, body({ envs: [A] }), 'Added variable A to web', '新增 web 的变量 A'],
    [
      body({ envs: [A] }),
      body({ envs: [A, B, C] }),
      'Added 2 environment variables to web',
      '新增 web 的 2 项环境变量',
    ],
    [
      body({ envs: [A, B, C] }),
      body({ envs: [C, A, B] }),
      'Moved variable C of web',
      '移动 web 的变量 C',
    ],
    [
      body({}, {}, [], { host_network: false }),
      body({}, {}, [], { host_network: true }),
      'Switched on host network',
      '开启主机网络',
    ],
    [plain, body({ image_url: 'a:2', envs: [A] }), 'Changed 2 values of web', '修改 web 的 2 处'],
    [
      plain,
      body({ envs: [A, B, C] }),
      'Added 3 environment variables to web',
      '新增 web 的 3 项环境变量',
    ],
    [plain, body({ image_url: 'a:2' }, { name: 'x' }), 'Changed 2 values', '修改 2 处'],
    [plain, body({}, {}, [{ name: 'db' }]), 'Added container db', '新增容器 db'],
    [
      body({ args: ['-a'] }),
      body({ args: ['-a', '-v'] }),
      'Added argument 2 to web',
      '新增 web 的第 2 个参数',
    ],
    [
      plain,
      body({ resources: { limits: { cpu: '1' } } }),
      'Set CPU (limits) of web',
      '设置 web 的 CPU（资源限制量）',
    ],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, 'Changed the order of keys', '调整键的顺序'],
    [{ a: 1 }, { a: 1 }, 'Changed nothing in the end', '最终未作更改'],
    [plain, 'text', 'Replaced the document', '替换整份文档'],
    [plain, body({ odd: 1 }), 'Set odd of web', '设置 web 的 odd'],
  ])('%#: %j', (before, after, en, zh) => {
    expect(nameStep(before, after)).toEqual({ en, zh });
  });
});
