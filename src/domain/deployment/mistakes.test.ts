import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import type { Context } from '#src/domain/core/context.ts';
import { pageRequest } from './page-examples.ts';
import { container, groupId, nodeId, onGroup, onNode } from './rules/examples/example-bodies.ts';
import { validate } from './validate.ts';

// Mistakes that users make and the API page does not exclude, and input that only looks like a mistake.

const platinum: Context = { edition: 'platinum' };
const c = 'deployment.template.containers[0].';

/** All issues as `severity rule path`, with paths inside the container relative to it. */
const found = (body: unknown, context = platinum) =>
  validate(body, context).map(
    ({ severity, rule, source, path }) =>
      `${severity} ${rule ?? source} ${formatPath(path).replace(c, '')}`,
  );
const said = (body: unknown) => validate(body, platinum).map(({ message }) => message.en);
const fixes = (body: unknown) => validate(body, platinum).map(({ fix }) => fix?.value);
const withImage = (image_url: string) => onNode({ container: { image_url } });
const inContainer = (parts: Record<string, unknown>) => onNode({ container: parts });

describe('an image (R40)', () => {
  test.each([
    'nginx',
    'nginx:1.25-alpine',
    'library/nginx',
    'hub.example.com:5000/a/b/c:v1_2.3',
    'localhost/app',
    'localhost:5000/app',
    '[fd00::10]:5000/app:1',
    '10.0.0.1:5000/app',
    `app@sha256:${'a1'.repeat(32)}`,
    `reg.example.com/app:1@sha256:${'0f'.repeat(32)}`,
    'a__b/c-d---e',
    `app:${'t'.repeat(128)}`,
    'swr.cn-north-1.myhuaweicloud.com/ief-test/nginx:0705',
    'Hub.Example.com/app:Tag',
  ])('accepts %s', (image) => {
    expect(found(withImage(image))).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    [' nginx:1', 'starts with U+0020 (space)', 'nginx:1'],
    ['nginx:1\n', 'ends with U+000A (line break)', 'nginx:1'],
    ['nginx: 1', 'cannot contain U+0020 (space)', 'nginx:1'],
    ['nginx\u00a0:1', 'U+00A0 (no-break space)', 'nginx:1'],
    ['nginx\u3000', 'U+3000 (ideographic space)', 'nginx'],
    ['ng\u200binx:1', 'U+200B (zero-width space)', 'nginx:1'],
    ['nginx：1', '“：” (U+FF1A full-width :)', 'nginx:1'],
    ['ngіnx:1', '“і” (U+0456 Cyrillic letter)', 'nginx:1'],
    ['“nginx:1”', '(U+201C left double quotation mark)', 'nginx:1'],
    ['"nginx:1"', 'starts with “"”', 'nginx:1'],
    ['http://reg.example.com/app', 'no scheme such as “http://”', 'reg.example.com/app'],
    ['docker://nginx', 'no scheme', 'nginx'],
    ['docker pull nginx:1', '“docker pull” is a command', 'nginx:1'],
    ['sudo docker run nginx', 'is a command', 'nginx'],
    ['Nginx:1', 'upper-case letters', 'nginx:1'],
    ['reg.example.com/Team/App:V1', 'upper-case letters', 'reg.example.com/team/app:V1'],
    [`app:${'t'.repeat(129)}`, '129 characters, 1 too many', undefined],
    ['app:', 'tag after the colon is missing', undefined],
    ['app:-1', '“-1” is not a valid tag', undefined],
    ['<p>nginx</p>', 'is markup', 'nginx'],
    ['a//b', 'empty part between slashes', undefined],
    ['-app', '“-app” cannot be part', undefined],
    ['reg.example.com:99999/app', '“99999” is not a valid registry port', undefined],
    ['[fd00::g]/app', 'is not a valid registry host', undefined],
    ['app@sha256:abc', '64 lower-case hexadecimal digits', undefined],
    ['a'.repeat(64), 'This is an image ID', undefined],
    ['nginx:${TAG}', 'cannot contain “$”', undefined],
  ])('%j: %s', (image, words, meant) => {
    expect(found(withImage(image))).toEqual(['warning R40 image_url']);
    expect(said(withImage(image))[0]).toContain(words);
    expect(fixes(withImage(image))).toEqual([meant]);
    if (meant !== undefined) expect(found(withImage(meant))).toEqual([]);
  });
});

describe('host addresses and HTTP paths (R41, R42)', () => {
  const ip = (host_ip: string) =>
    inContainer({ ports: [{ container_port: 1, host_port: 1, host_ip }] });
  const get = (more: object) => ({ http_get: { path: '/', port: 80, ...more } });
  const host = (text: string) => inContainer({ liveness_probe: get({ host: text }) });

  test.each(['10.0.0.4', '0.0.0.0', '::', 'fd00::1', '::ffff:10.0.0.1', '2001:db8:0:0:0:0:0:1'])(
    '%s is a host IP',
    (text) => expect(found(ip(text))).toEqual([]),
  );
  test.each<[string, string | undefined]>([
    ['10.0.0.4 ', '10.0.0.4'],
    ['http://10.0.0.4:80', '10.0.0.4'],
    ['10.0.0.4:80', '10.0.0.4'],
    ['10.0.0.4/24', '10.0.0.4'],
    ['[fd00::1]', 'fd00::1'],
    ['１0.0.0.4', '10.0.0.4'],
    ['10。0。0。4', '10.0.0.4'],
    ['10.0.0.256', undefined],
    ['10.0.0', undefined],
    ['010.0.0.1', undefined],
    ['fd00:::1', undefined],
    ['1:2:3:4:5:6:7:8:9', undefined],
    ['eth0', undefined],
    ['node-1', undefined],
  ])('%j is not a host IP', (text, meant) => {
    expect(found(ip(text))).toEqual(['warning R41 ports[0].host_ip']);
    expect(fixes(ip(text))).toEqual([meant]);
  });
  test.each(['10.0.0.1', 'localhost', 'app.example.com', 'my_app', '[::1]', '::1'])(
    '%s is a host',
    (text) => expect(found(host(text))).toEqual([]),
  );
  test.each<[string, string | undefined]>([
    ['10.0.0.1:8080', '10.0.0.1'],
    ['https://app.example.com/x', 'app.example.com'],
    ['app.example.com ', 'app.example.com'],
    ['192.168.0.999', undefined],
    ['a b', undefined],
  ])('%j is not a host', (text, meant) => {
    expect(found(host(text))).toEqual(['warning R41 liveness_probe.http_get.host']);
    expect(fixes(host(text))).toEqual([meant]);
  });
  test.each<[string, boolean]>([
    ['/healthz?a=b&c', true],
    ['/健康', true],
    ['/a%20b', true],
    ['/a b', false],
    ['/a\u200b', false],
    ['/a／b', false],
  ])('the path %j: %s', (path, isGood) => {
    const body = inContainer({ readiness_probe: get({ path }) });
    expect(found(body)).toEqual(isGood ? [] : ['warning R42 readiness_probe.http_get.path']);
  });
});

describe('host ports (R43)', () => {
  const port = (host_port: number, host_ip?: string) => ({
    container_port: host_port,
    host_port,
    ...(host_ip && { host_ip }),
  });
  const range = (min_port: number, max_port: number, host_ip?: string) => ({
    container_port: max_port,
    host_port_range: { min_port, max_port },
    ...(host_ip && { host_ip }),
  });
  test.each<[string, object, object, boolean]>([
    ['all and one', port(80), port(80, '10.0.0.1'), false],
    ['one and all', port(80, '10.0.0.1'), port(80, '0.0.0.0'), false],
    [':: and one', port(80, '::'), port(80, '10.0.0.1'), false],
    ['none and 0.0.0.0', port(80), port(80, '0.0.0.0'), false],
    ['one address in two spellings', port(80, 'fd00::1'), port(80, 'FD00:0::1'), false],
    ['a port in a range', range(30_000, 30_010), port(30_005), false],
    ['a range around a port', port(30_010), range(30_000, 30_010), false],
    [
      'a range on another address',
      range(30_000, 30_010, '10.0.0.1'),
      port(30_005, '10.0.0.2'),
      true,
    ],
    ['two addresses', port(80, '10.0.0.1'), port(80, '10.0.0.2'), true],
    ['IPv4 and IPv6', port(80, '0.0.0.0'), port(80, 'fd00::1'), true],
    ['beside the range', range(30_000, 30_010), port(30_011), true],
    ['two ranges', range(30_000, 30_010), range(30_005, 30_015), true],
    ['other ports', port(80), port(81, '10.0.0.1'), true],
  ])('%s', (_what, first, later, isGood) => {
    const body = onNode({
      template: {
        containers: [container('a', { ports: [first] }), container('b', { ports: [later] })],
      },
    });
    const at = 'host_port' in later ? 'host_port' : 'host_port_range';
    const place = `warning R43 deployment.template.containers[1].ports[0].${at}`;
    // Container ports differ within their container.
    expect(found(body)).toEqual(isGood ? [] : [place]);
  });
});

describe('commands (R44)', () => {
  test.each<[Record<string, unknown>]>([
    [{ command: ['/bin/sh', '-c', 'a | b && c > d'] }],
    [{ command: ['/bin/sh', '-c'], args: ['exec nginx', ''] }],
    [{ command: ['timeout', '5', 'sh', '-c', 'a; b'] }],
    [{ command: ['bash', '-euxc', 'a || b'] }],
    [{ command: ['python', '-c', 'import os; print(1)'] }],
    [{ command: ['nginx', '-g', 'daemon off;'] }],
    [{ command: ['/opt/My App/run'] }],
    [{ args: ['--message', 'two words'] }],
    [{ args: ['{"a": 1, "b": [2, 3]}'] }],
    [{ args: ['--opts=-Xmx1g -Xms1g'] }],
    [{ args: ['-Dname=two words'] }],
    [{ args: ['--password', ''] }],
    [{ command: ['echo'], args: ['python is a word'] }],
    [{ command: ['cat'], args: ['/tmp/a b'] }],
  ])('accepts %j', (parts) => {
    expect(found(inContainer(parts))).toEqual([]);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ command: ['nginx -g daemon'] }, 'command[0]'],
    [{ command: ['/bin/sh -c "sleep 1 && echo"'] }, 'command[0]'],
    [{ command: ['cat', '/a', '|', 'grep', 'b'] }, 'command[2]'],
    [{ command: ['a', '&&', 'b'] }, 'command[1]'],
    [{ command: ['a', '>', '/tmp/log'] }, 'command[1]'],
    [{ command: ['sh', 'run.sh', '2>&1'] }, 'command[2]'],
    [{ command: [''] }, 'command[0]'],
    [{ command: ['  ', 'a'] }, 'command[0]'],
    [{ args: [' '] }, 'args[0]'],
    [{ args: [''] }, 'args[0]'],
    [{ args: ['--port 80'] }, 'args[0]'],
    [{ args: ['--a=1 --b=2'] }, 'args[0]'],
    [{ command: ['/bin/sh'], args: ['-c echo hi'] }, 'args[0]'],
    [{ args: ['python app.py'] }, 'args[0]'],
  ])('reports %j at %s', (parts, place) => {
    expect(found(inContainer(parts))).toEqual([`warning R44 ${place}`]);
  });

  test.each<[string, boolean]>([
    ['cat /tmp/healthy', true],
    ['sh -c "ps | grep a"', true],
    ["/bin/bash -c 'a && b'", true],
    ['grep "a|b" /tmp/x', true],
    ['curl http://localhost/?a=1&b=2', true],
    ['ps aux|grep a', false],
    ['test -f /a && test -f /b', false],
    ['cat /a > /dev/null', false],
    ['cat /a 2>/dev/null', false],
    ['   ', false],
  ])('the probe command %j: %s', (command, isGood) => {
    const body = inContainer({ liveness_probe: { exec: { command } } });
    expect(found(body)).toEqual(isGood ? [] : ['warning R44 liveness_probe.exec.command']);
  });
});

describe('volume paths (R45)', () => {
  const volume = (destination: string, more = {}) => ({
    name: `v${destination.length}`,
    type: 'emptyDir',
    source: 'disk',
    destination,
    ...more,
  });
  test.each<[string, boolean]>([
    ['/data', true],
    ['/my data', true],
    ['/a..b', true],
    ['/数据', true],
    ['/', false],
    ['//', false],
    ['/./', false],
    ['/a/../b', false],
    ['/data\n', false],
    ['/data ', false],
    ['/a\tb', false],
    ['/a:b', false],
    ['/data\u200b', false],
  ])('%j: %s', (destination, isGood) => {
    const body = inContainer({ volumes: [volume(destination)] });
    expect(found(body)).toEqual(isGood ? [] : ['warning R45 volumes[0].destination']);
  });
  test.each(['/data/', '//data', '/data/.', '/./data'])(
    '/data and %s are the same location',
    (other) => {
      const body = inContainer({ volumes: [volume('/data'), volume(other)] });
      expect(found(body)).toEqual(['warning R45 volumes[1].destination']);
    },
  );
  test('values of variables may contain ..', () => {
    expect(found(inContainer({ envs: [{ name: 'A', value: '../x' }] }))).toEqual([]);
  });
});

describe('null, tags, text, and node IDs (R46, R47, R48, R49)', () => {
  test('null is a warning for an optional member and an error for a required one', () => {
    expect(found(inContainer({ ports: null, version: null, resources: { limits: null } }))).toEqual(
      ['warning R46 version', 'warning R46 ports', 'warning R46 resources.limits'],
    );
    expect(found(inContainer({ image_url: null }))).toEqual(['error table 6 image_url']);
    expect(found(onGroup({ root: { node_ids: null } }))).toEqual([]);
    expect(found(onNode({ root: { group_id: null } }))).toEqual(['warning R46 group_id']);
    expect(found({ ...onGroup(), group_id: '', node_ids: null })).toEqual(['error R01 node_ids']);
    expect(found(onNode({ root: { tags: [{ key: 'a', value: null }] } }))).toEqual([
      'error table 17 tags[0].value',
    ]);
  });

  test('warns about a tag without a value', () => {
    expect(found(onNode({ root: { tags: [{ key: 'a' }, { key: 'b', value: '' }] } }))).toEqual([
      'warning R47 tags[0]',
    ]);
  });

  test.each<[string, string | undefined]>([
    ['a\0b', 'ab'],
    ['a\ud800b', 'ab'],
    ['\udc00', ''],
    ['a\r\nb', 'a\nb'],
    ['a\rb', 'a\nb'],
    ['a\nb', undefined],
    ['😀', undefined],
    ['\u200b', undefined],
  ])('the value %j', (value, meant) => {
    const body = inContainer({ envs: [{ name: 'A', value }] });
    expect(found(body)).toEqual(meant === undefined ? [] : ['warning R48 envs[0].value']);
    if (meant !== undefined) expect(fixes(body)).toEqual([meant]);
  });

  test('checks every string, but allows Windows line breaks in the description', () => {
    expect(found(inContainer({ command: ['sh', '-c', 'a\r\n'] }))).toEqual([
      'warning R48 command[2]',
    ]);
    expect(found(onNode({ root: { description: 'a\r\nb' } }))).toEqual([]);
    expect(found(onNode({ root: { description: 'a\0' } }))).toEqual(['warning R48 description']);
  });

  test.each<[string, string | undefined]>([
    ['edge-1', undefined],
    [` ${nodeId}`, nodeId],
    [`{${nodeId}}`, nodeId],
    [`urn:uuid:${nodeId}`, nodeId],
    [nodeId.replaceAll('-', '–'), nodeId],
    [`${nodeId},${groupId}`, undefined],
    [nodeId.replaceAll('-', ''), undefined],
  ])('the node ID %j', (id, meant) => {
    const body = onNode({ root: { node_ids: [id] } });
    expect(found(body)).toEqual(['warning R49 node_ids[0]']);
    expect(fixes(body)).toEqual([meant]);
    expect(found(onNode({ root: { node_ids: [nodeId.toUpperCase()] } }))).toEqual([]);
  });
});

describe('keys (R50)', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['env', { env: [] }, 'envs'],
    ['enviroments', { enviroments: [] }, 'envs'],
    ['imageURL', { imageURL: 'a' }, 'image_url'],
    ['image', { image: 'a' }, 'image_url'],
    ['volumeMounts', { volumeMounts: [] }, 'volumes'],
    ['livenessProbe', { livenessProbe: {} }, 'liveness_probe'],
    ['privilegd', { privilegd: true }, 'privileged'],
    ['nvidia.com/gpu', { resources: { limits: { 'nvidia.com/gpu': '1' } } }, 'gpu'],
    ['httpGet', { liveness_probe: { exec: { command: 'a' }, httpGet: {} } }, 'http_get'],
    ['hostPort', { ports: [{ container_port: 1, host_port: 1, hostPort: 1 }] }, 'host_port'],
    [
      'mountPath',
      {
        volumes: [
          { name: 'a', type: 'emptyDir', source: 'disk', destination: '/a', mountPath: '/a' },
        ],
      },
      'destination',
    ],
  ])('%s in %s suggests the API key', (_key, parts, meant) => {
    const [issue, ...rest] = validate(inContainer(parts), platinum);
    expect([issue?.severity, issue?.rule, rest]).toEqual(['warning', 'R50', []]);
    expect(issue?.message.en).toContain(`Use ${meant}.`);
    expect(issue?.message.zh).toContain(meant);
  });

  test.each(['x', 'foo', 'tpu', 'protocol', 'terminationMessagePath', 'constructor'])(
    '%s is a note',
    (key) => {
      const body = inContainer(JSON.parse(`{${JSON.stringify(key)}: 1}`));
      expect(found({ ...body, [`${key}_`]: 1 }).every((one) => one.startsWith('note R50'))).toBe(
        true,
      );
    },
  );
});

describe('bodies of another kind (R51)', () => {
  const template = { configs: {}, containers: [container('a')] };
  const pod = { containers: [{ name: 'a', image: 'b' }] };
  test.each<[string, unknown, string]>([
    [
      'a Deployment',
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: pod } } },
      'Kubernetes Deployment',
    ],
    [
      'a Pod without a version',
      { kind: 'Pod', metadata: { name: 'a' }, spec: pod },
      'Kubernetes Pod',
    ],
    ['a list of manifests', { apiVersion: 'v1', kind: 'List', items: [] }, 'list of manifests'],
    ['a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', data: {} }, 'Kubernetes ConfigMap'],
    ['the parameters of an SDK', { body: onNode() }, 'wrapped in “body”'],
    [
      'JSON in an envelope',
      { project_id: 'a', body: JSON.stringify(onNode()) },
      'wrapped in “body”',
    ],
    [
      'the response to a create',
      { id: 'a', name: 'b', replicas: 1, template, project_id: 'c' },
      'response from the service',
    ],
    ['the response to a list', { count: 1, deployments: [{ id: 'a', template }] }, 'list request'],
    ['an error', { error_code: 'IEF.100001', error_msg: 'x' }, 'error response'],
    [
      'a flat body',
      { name: 'a', node_ids: [nodeId], replicas: 1, template },
      'template is at the top level',
    ],
    ['an update', { description: 'a', deployment: { replicas: 1, template } }, 'body of an update'],
    [
      'version 2',
      { name: 'a', node_ids: [nodeId], deployment: { replicas: 1, ...template } },
      'version 2',
    ],
    [
      'version 2 at the root',
      { name: 'a', configs: {}, containers: [container('a')] },
      'version 2',
    ],
    [
      'camelCase',
      {
        name: 'a',
        nodeIds: [nodeId],
        deployment: { replicas: 1, template: { containers: [{ name: 'a', imageUrl: 'b' }] } },
      },
      'camelCase',
    ],
    ['JSON in a string', JSON.stringify(onNode()), 'JSON inside a string'],
    ['a compose file', { services: { web: { image: 'a' } } }, 'compose file'],
    ['docker inspect', [{ Id: 'a', Config: { Image: 'b' }, HostConfig: {} }], 'docker inspect'],
    ['a list of bodies', [onNode(), onNode()], 'This is a list.'],
  ])('%s', (_what, body, words) => {
    expect(found(body)).toEqual(['error R51 $']);
    expect(said(body)[0]).toContain(words);
  });

  test.each<[string, unknown]>([
    ['no members', {}],
    ['a name', { name: 'a' }],
    ['a target', { node_ids: [nodeId] }],
    ['no target', { name: 'a', deployment: { replicas: 1, template } }],
    ['an empty deployment', { name: 'a', node_ids: [nodeId], deployment: {} }],
    ['a template without containers', { deployment: { template: {} } }],
    ['one key in camelCase', onNode({ container: { imageUrl: 'a' } })],
    ['a body with an ID', { ...onNode(), id: 'a' }],
    ['a string that is not JSON', 'name: a'],
  ])('a create request with %s is not reported', (_what, body) => {
    expect(validate(body, platinum).map(({ rule }) => rule)).not.toContain('R51');
  });

  test('during editing, missing parts are reported at their fields', () => {
    const body = { deployment: { replicas: 1, template } };
    const edited = validate(body, { ...platinum, isEdited: true });
    expect(edited.map(({ path }) => formatPath(path))).toEqual(
      expect.arrayContaining(['name', 'node_ids']),
    );
  });
});

test('rules R40 to R51 accept the example of the API page', () => {
  for (const edition of ['professional', 'platinum'] as const)
    expect(found(pageRequest(), { edition }).filter((one) => / R[45]\d/.test(one))).toEqual([]);
});
