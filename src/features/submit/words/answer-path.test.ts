import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { pageRequest } from '#src/domain/deployment/page-examples.ts';
import { placesInAnswer } from './answer-path.ts';

const document: Json = {
  name: 'edge-web',
  tags: [{ key: 'a', value: 'b' }],
  node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always', host_network: false },
      containers: [
        {
          name: 'web',
          image_url: 'nginx:alpine',
          envs: [{ name: '1BAD', value: '1' }],
          ports: [{ container_port: 80, host_port: 8080 }],
          volumes: [{ name: 'data', type: 'hostPath', destination: '/data' }],
        },
        { name: 'log', image_url: 'fluentd' },
      ],
    },
  },
};
const two: Json = {
  name: 'edge-web',
  deployment: {
    replicas: 1,
    template: {
      containers: [
        { name: 'a', image_url: 'a', ports: [{ container_port: 80 }, { container_port: 81 }] },
        { name: 'b', image_url: 'b', ports: [{ container_port: 80 }] },
      ],
    },
  },
};
const C0 = 'deployment.template.containers[0]';
const places = (message: string, body: Json = document, field?: string) =>
  placesInAnswer(message, deploymentGroup, body, field).map(formatPath);

describe('an exact path', () => {
  test.each([
    [`${C0}.envs[0].name: must not begin with a digit`, `${C0}.envs[0].name`],
    ['name: a deployment with this name already exists', 'name'],
    ['tags[0].key: is too long', 'tags[0].key'],
    [
      'invalid value at /deployment/template/containers/1/image_url',
      'deployment.template.containers[1].image_url',
    ],
    ['deployment.template.containers.0.ports.0.host_port out of range', `${C0}.ports[0].host_port`],
    ['$["deployment"]["template"]["containers"][0]["name"] bad', `${C0}.name`],
    // A field that the document does not contain yet.
    [
      'deployment.template.containers[1].version is required',
      'deployment.template.containers[1].version',
    ],
    // Beyond the document: the nearest parent.
    ['deployment.template.containers[0].envs[7].name: odd', `${C0}.envs`],
    ['deployment.template.containers[0].nonsense: odd', C0],
  ])('“%s” leads to its field', (message, path) => {
    expect(places(message)).toEqual([path]);
  });
});

describe('an exact key', () => {
  test.each([
    ['host_port is already in use', `${C0}.ports[0].host_port`],
    ['replicas exceeds the quota', 'deployment.replicas'],
    ['restart_policy must be Always', 'deployment.template.configs.restart_policy'],
    ['the image_url must not be empty', 'deployment.template.containers'],
  ])('“%s” leads to the field if only one place has it, otherwise to the list', (message, path) => {
    expect(places(message)).toEqual([path]);
  });

  test('in several lists leads to each of them', () => {
    expect(places('container_port is invalid', two)).toEqual([
      `${C0}.ports`,
      'deployment.template.containers[1].ports',
    ]);
  });
});

describe('the code', () => {
  test.each([
    ['breaks the rules', 'name', 'name'],
    ['something is wrong', 'volumes', `${C0}.volumes`],
    ['The name breaks the rules', 'name', 'name'],
  ])('“%s” leads where its code points: %s', (message, field, path) => {
    expect(places(message, document, field)).toEqual([path]);
  });
});

test.each([
  '',
  '$: the body is not JSON in UTF-8',
  'PROJECT_ID not found',
  'Incorrect IAM authentication information: decrypt token fail',
  'the record is being changed by another request',
  'see https://support.huaweicloud.com/api-ief/ErrorCode.html',
  'Backend unavailable, request 0f3a.99.deployment',
  'a deployment exists already',
  'the request exceeds the limit',
  'wrong API version',
  // Almost a path or a key.
  'deployment.template.contianers[0].imageUrl is wrong',
  'hostPort is already in use',
  'env name invalid',
])('“%s” leads nowhere', (message) => {
  expect(places(message)).toEqual([]);
});

test('every path of the page’s example leads to itself', () => {
  const body = pageRequest() as unknown as Json;
  const all: string[] = [];
  const walk = (value: Json, path: (string | number)[]) => {
    if (path.length > 0) all.push(formatPath(path));
    if (Array.isArray(value)) {
      if (value.some((member) => typeof member === 'object'))
        value.forEach((member: Json, at: number) => walk(member, [...path, at]));
    } else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) walk(member as Json, [...path, key]);
  };
  walk(body, []);
  const inner = all.filter((path) => !['deployment', 'deployment.template'].includes(path));
  expect(inner.length).toBeGreaterThan(20);
  for (const path of inner) expect([path, places(`${path}: odd`, body)]).toEqual([path, [path]]);
});

test('any message and any body are accepted', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.jsonValue(), (message, body) => {
      expect(placesInAnswer(message, deploymentGroup, body as Json).length).toBeLessThanOrEqual(5);
    }),
  );
});
