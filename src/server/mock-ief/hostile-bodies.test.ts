import { describe, expect, it } from 'vitest';
import { createMockScene, DEPLOYMENTS, makeBody } from '#src/server/scene.fixture.ts';

const deep = (open: string, close: string, levels: number) =>
  open.repeat(levels) + '1' + close.repeat(levels);
const text = JSON.stringify(makeBody());
const at = (path: string, value: string) =>
  text.replace(path, `${path.slice(0, path.indexOf(':') + 1)}${value}`);

/** Arbitrary bodies: the mock returns 400 with a code and a message, never 500. */
const bodies: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['nothing', ''],
  ['a space', ' '],
  ['a brace', '{'],
  ['two documents', '{}{}'],
  ['a trailing comma', '{"name":"a",}'],
  ['null', 'null'],
  ['true', 'true'],
  ['a number', '7'],
  ['a huge number', '1e400'],
  ['a text', '"app"'],
  ['a list', '[]'],
  ['a list of bodies', `[${text}]`],
  ['an object', '{}'],
  ['10,000 lists', deep('[', ']', 10_000)],
  ['10,000 objects', deep('{"a":', '}', 10_000)],
  ['300,000 lists', deep('[', ']', 300_000)],
  ['65 levels in an unknown key', text.replace('{', `{"x":${deep('[', ']', 65)},`)],
  ['100,001 values', `[${Array(100_001).fill(0).join(',')}]`],
  ['__proto__ at the root', text.replace('{', '{"__proto__":{"polluted":true},')],
  ['__proto__ spelled with escapes', text.replace('{', '{"\\u005f_proto__":1,')],
  ['__proto__ deep inside', text.replace('"configs":{', '"configs":{"__proto__":null,')],
  ['binary', new Uint8Array([0, 255, 254, 1, 128])],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ['Latin-1', new Uint8Array(Buffer.from('{"name":"é"}', 'latin1'))],
  ['a lone surrogate in the name', at('"name":"app"', '"\\ud800"')],
  ['NUL in the name', at('"name":"app"', '"a\\u0000"')],
  ['name a number', at('"name":"app"', '7')],
  ['name an object', at('"name":"app"', '{"toString":1}')],
  ['name null', at('"name":"app"', 'null')],
  ['deployment a text', '{"name":"a","node_ids":["x"],"deployment":"y"}'],
  ['deployment a list', '{"name":"a","node_ids":["x"],"deployment":[]}'],
  ['deployment null', '{"name":"a","node_ids":["x"],"deployment":null}'],
  ['replicas a text', text.replace('"replicas":1', '"replicas":"1"')],
  ['replicas huge', text.replace('"replicas":1', '"replicas":1e308')],
  ['replicas a fraction', text.replace('"replicas":1', '"replicas":1.5')],
  ['replicas negative', text.replace('"replicas":1', '"replicas":-1')],
  ['template a list', text.replace(/"template":.*$/, '"template":[]}}')],
  ['containers an object', text.replace(/"containers":.*$/, '"containers":{"length":1}}}}')],
  ['containers of null', text.replace(/"containers":.*$/, '"containers":[null]}}}')],
  ['containers of lists', text.replace(/"containers":.*$/, '"containers":[[],[[]]]}}}')],
  ['node_ids a text', text.replace(/"node_ids":\[[^\]]*\]/, '"node_ids":"x"')],
  ['node_ids of objects', text.replace(/"node_ids":\[[^\]]*\]/, '"node_ids":[{}]')],
  ['image_url a list', text.replace('"nginx:alpine"', '["nginx"]')],
  ['envs an object', text.replace('"image_url"', '"envs":{"0":{}},"image_url"')],
  ['envs of numbers', text.replace('"image_url"', '"envs":[1,2],"image_url"')],
  [
    'value_from a text',
    text.replace('"image_url"', '"envs":[{"name":"A","value_from":"x"}],"image_url"'),
  ],
  ['ports of null', text.replace('"image_url"', '"ports":[null],"image_url"')],
  ['volumes true', text.replace('"image_url"', '"volumes":true,"image_url"')],
  ['resources a list', text.replace('"image_url"', '"resources":[1],"image_url"')],
  ['a probe a number', text.replace('"image_url"', '"liveness_probe":0,"image_url"')],
  ['args of objects', text.replace('"image_url"', '"args":[{}],"image_url"')],
  ['tags an object', text.replace('{', '{"tags":{"key":"a"},')],
  ['tags of numbers', text.replace('{', '{"tags":[1],')],
  ['group_id a list', '{"name":"a","group_id":[1],"deployment":{}}'],
];

describe('hostile bodies', () => {
  it.each(bodies)('%s', async (_, body) => {
    const { ask } = createMockScene();
    const { status, json } = await ask('POST', DEPLOYMENTS, body);
    expect(status).toBe(400);
    expect(json.error_code).toMatch(/^(IEF\.\d{6}|MOCK\.\d{6})$/);
    expect(json.error_msg).toMatch(/^(\$|[A-Za-z_$])[^ ]*: \S/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
  });

  it('reports the path of __proto__', async () => {
    const { ask } = createMockScene();
    const body = text.replace('"image_url"', '"envs":[{"__proto__":1}],"image_url"');
    const { json } = await ask('POST', DEPLOYMENTS, body);
    expect(json).toEqual({
      error_code: 'MOCK.400004',
      error_msg: 'deployment.template.containers[0].envs[0].__proto__: this key is not allowed',
    });
  });

  it('accepts and returns other unusual keys', async () => {
    const { ask } = createMockScene();
    const body = text.replace('{', '{"constructor":{"prototype":1},"toString":null,"then":1,');
    const { status, text: response } = await ask('POST', DEPLOYMENTS, body);
    expect(status).toBe(200);
    expect(response).toContain('"constructor":{"prototype":1},"toString":null,"then":1');
  });

  it('accepts 64 levels, a byte order mark and exactly 1 MiB', async () => {
    const { ask } = createMockScene();
    const nested = text.replace('{', `{"x":${deep('[', ']', 63)},`);
    expect((await ask('POST', DEPLOYMENTS, `\ufeff${nested}`)).status).toBe(200);
    const full = JSON.stringify(makeBody('full')).padEnd(1024 * 1024);
    expect((await ask('POST', DEPLOYMENTS, full)).status).toBe(200);
  });

  it('returns 413 in its own format for one byte more', async () => {
    const { ask } = createMockScene();
    const { status, json } = await ask('POST', DEPLOYMENTS, text.padEnd(1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(json.error_code).toBe('MOCK.413001');
  });
});
