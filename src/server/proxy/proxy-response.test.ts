import { describe, expect, it } from 'vitest';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { makeProxyResponse } from './proxy-response.ts';
import { redact } from './redact.ts';
import { proxyRoutes, type ProxyRoute } from './routes.ts';
import type { UpstreamResponse } from './upstream/upstream.ts';

const get: ProxyRoute = { method: 'GET', template: '/x', query: [], sendsBody: false };
const create: ProxyRoute = { ...get, method: 'POST', creates: true };
const remove: ProxyRoute = { ...get, method: 'DELETE' };

const makeResponse = (status: number, body = '{"id":"a"}', headers = {}): UpstreamResponse => ({
  status,
  headers: new Headers(headers),
  body: new TextEncoder().encode(body),
});
const make = (
  from: UpstreamResponse,
  route = get,
  callerToken = 'secret-token',
  ownSecrets: readonly string[] = [],
) => {
  try {
    const made = makeProxyResponse(from, route, { callerToken, ownSecrets });
    return { ...made, body: new TextDecoder().decode(made.body), code: undefined };
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    const { status, headers, code, reason } = error;
    return { status, headers, code, reason, body: '' };
  }
};

describe('status', () => {
  it.each([
    [200, 200, undefined],
    [201, 201, undefined],
    [202, 202, undefined],
    [301, 502, 'BUILDER.upstream_redirect'],
    [302, 502, 'BUILDER.upstream_redirect'],
    [303, 502, 'BUILDER.upstream_redirect'],
    [307, 502, 'BUILDER.upstream_redirect'],
    [308, 502, 'BUILDER.upstream_redirect'],
    [400, 400, undefined],
    [401, 401, undefined],
    [403, 403, undefined],
    [404, 404, undefined],
    [409, 409, undefined],
    [422, 422, undefined],
    [429, 429, undefined],
    [405, 502, 'BUILDER.upstream_contract'],
    [413, 502, 'BUILDER.upstream_contract'],
    [415, 502, 'BUILDER.upstream_contract'],
    [408, 504, undefined],
    [425, 503, undefined],
    [407, 502, 'BUILDER.outcome_unknown'],
    [421, 502, 'BUILDER.outcome_unknown'],
    [418, 502, 'BUILDER.outcome_unknown'],
    [500, 502, undefined],
    [502, 502, undefined],
    [503, 503, undefined],
    [504, 504, undefined],
    [599, 502, 'BUILDER.outcome_unknown'],
  ])('%i becomes %i', (from, to, code) => {
    const made = make(makeResponse(from));
    expect([made.status, made.code]).toEqual([to, code]);
    expect(made.headers['x-upstream-status']).toBe(from === to ? undefined : String(from));
  });
});

describe('headers', () => {
  it('forwards listed headers and drops the rest', () => {
    const { headers } = make(
      makeResponse(200, '{}', {
        'x-request-id': 'up-1',
        'retry-after': '7',
        'set-cookie': 'a=b',
        'access-control-allow-origin': '*',
        'x-subject-token': 'canary',
        'clear-site-data': '"*"',
      }),
    );
    expect(headers).toEqual({
      'x-upstream-request-id': 'up-1',
      'retry-after': '7',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it.each([
    ['999999', '60'],
    ['-1', undefined],
    ['abc', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('reads Retry-After %s as %s', (given, passed) => {
    expect(make(makeResponse(429, '{}', { 'retry-after': given })).headers['retry-after']).toBe(
      passed,
    );
  });

  it('drops a request id of an unexpected form', () => {
    const { headers } = make(makeResponse(200, '{}', { 'x-request-id': 'a b' }));
    expect(headers['x-upstream-request-id']).toBeUndefined();
  });

  it('after a 303, a change may have been carried out', () => {
    for (const route of [create, remove])
      expect(make(makeResponse(303, ''), route)).toMatchObject({
        status: 502,
        code: 'BUILDER.outcome_unknown',
        reason: 'see_other',
      });
    expect(make(makeResponse(307, ''), create).code).toBe('BUILDER.upstream_redirect');
  });

  it('never forwards the location of a redirect', () => {
    const { headers } = make(makeResponse(302, '', { location: 'http://evil.test/' }));
    expect(JSON.stringify(headers)).not.toContain('evil');
  });
});

describe('body', () => {
  it('keeps the bytes, including large numbers and spaces', () => {
    const text = '{ "id": "a", "n": 12345678901234567890, "n2": 1.0 }\n';
    expect(make(makeResponse(201, text), create).body).toBe(text);
  });

  it.each([
    ['a web page', '<html>', 'not_json'],
    ['half of it', '{"id":"a"', 'not_json'],
    ['text after it', '{"id":"a"}{}', 'not_json'],
    ['nothing', '', 'not_json'],
    ['no id', '{}', 'not_a_deployment'],
    ['a list', '[]', 'not_a_deployment'],
    ['an id that is not a string', '{"id":1}', 'not_a_deployment'],
    ['a key twice', '{"id":"a","id":"b"}', 'duplicate_keys'],
    ['a key twice, deeply nested', '{"id":"a","x":[{"b":1,"b":1}]}', 'duplicate_keys'],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, 'not_json'],
  ])('is an unknown outcome if a create returns %s', (_, text, reason) => {
    expect(make(makeResponse(200, text), create)).toMatchObject({
      status: 502,
      code: 'BUILDER.outcome_unknown',
      reason,
    });
  });

  it('may be empty if none is expected', () => {
    expect(make(makeResponse(204, ''), remove)).toMatchObject({ status: 204, body: '' });
    expect(make(makeResponse(200, ''), remove)).toMatchObject({ status: 200, body: '' });
  });

  it('keeps the status of a refusal that is not JSON', () => {
    expect(make(makeResponse(403, '<html>'))).toMatchObject({
      status: 403,
      code: 'BUILDER.upstream_refused',
    });
    expect(make(makeResponse(503, '<html>'))).toMatchObject({
      status: 503,
      code: 'BUILDER.outcome_unknown',
    });
  });

  it.each([
    ['plain', (text: string) => text],
    ['escaped for an address', encodeURIComponent],
    ['escaped for JSON', (text: string) => text.replaceAll('/', '\\/')],
    ['in base64', (text: string) => Buffer.from(text).toString('base64')],
    ['in base64url', (text: string) => Buffer.from(text).toString('base64url')],
    ['in hex', (text: string) => Buffer.from(text).toString('hex')],
    [
      'in small escapes for an address',
      (text: string) => encodeURIComponent(text).replaceAll(/%../g, (octet) => octet.toLowerCase()),
    ],
    [
      'escaped for JSON in every character',
      (text: string) =>
        text.replaceAll(/[^]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['escaped for JSON twice', (text: string) => text.replaceAll('/', '\\\\/')],
  ])('removes a secret that an error repeats %s', (_form, dress) => {
    const secret = 'canary+/secret?=~é';
    const dressed = dress(secret);
    const { body } = make(makeResponse(400, `{"error_msg":"bad ${dressed}, sorry"}`), get, secret);
    expect(body).not.toContain(dressed.replace(/=+$/, ''));
    expect(body).toContain('bad [secret]');
  });

  const HELD = 'canary+/server-held_token=12345';
  it.each([200, 201, 400, 500])(
    'removes the server’s secrets from a %i in every form (M5)',
    (status) => {
      const forms = [
        HELD,
        encodeURIComponent(HELD),
        HELD.replaceAll('/', String.raw`\/`),
        String.raw`\u0063\u0061` + HELD.slice(2),
        Buffer.from(HELD).toString('base64'),
        Buffer.from(`user:${HELD}`).toString('base64url'),
        Buffer.from(HELD).toString('hex'),
        JSON.stringify(JSON.stringify({ token: HELD })).slice(1, -1),
      ];
      for (const form of forms) {
        const text = `{"id":"a","headers":{"${form}": "x ${form} y"}, "n":12345678901234567890}`;
        const { body } = make(makeResponse(status, text), create, '', [HELD]);
        expect([form, body.match(/\[secret\]/g)?.length]).toEqual([form, 2]);
        expect(body).not.toContain('server-held');
        expect(body.endsWith('}, "n":12345678901234567890}')).toBe(true);
      }
    },
  );

  it('changes no other byte of a success with a secret', () => {
    const around = (word: string) =>
      `\ufeff{ "id" : "a\\u00e9é\\/",\n "${word}":["${word}", 1.0, 12345678901234567890, -0, 1e400], "__proto__": {"😀":"\\ud83d\\ude00"} }\n`;
    const { body } = make(makeResponse(201, around(HELD)), create, '', [HELD]);
    expect(`\ufeff${body}`).toBe(around('[secret]'));
  });

  it('keeps short values, the caller’s own token and numbers in a success', () => {
    const text =
      '{"id":"a","n":1234567890123456789012,"envs":[{"name":"A","value":"short-held"},{"name":"B","value":"the-callerToken-own-token-of-40-characters--"}]}';
    const held = ['short-held', '1234567890123456789012'];
    const made = make(
      makeResponse(200, text),
      create,
      'the-callerToken-own-token-of-40-characters--',
      held,
    );
    expect(made.body).toBe(text);
  });

  it('finds a secret after texts of any length quickly', () => {
    const long = `${'\\n'.repeat(2_000_000)}${'a'.repeat(2_000_000)}`;
    const text = `{"id":"a","long":"${long}","b":"${HELD}"}`;
    const { body } = make(makeResponse(200, text), get, '', [HELD]);
    expect(body.slice(-20)).toBe('a","b":"[secret]"}'.padStart(20, 'a'));
    expect(body.length).toBe(text.length - HELD.length + '[secret]'.length);
  });

  it('drops a request id that contains a secret of the server', () => {
    const { headers } = make(
      makeResponse(200, '{}', { 'x-request-id': 'AKIAAAAAAAAAAAAAAAAA' }),
      get,
      '',
      ['AKIAAAAAAAAAAAAAAAAA'],
    );
    expect(headers['x-upstream-request-id']).toBeUndefined();
  });

  it.each(['', 'u', 'us', 'user', 'user:'])('finds a secret in base64 after %j', (before) => {
    const secret = 'canary+/secret?=~é';
    const text = Buffer.from(`${before}${secret} and more`).toString('base64');
    const { body } = make(makeResponse(400, JSON.stringify({ error_msg: text })), get, secret);
    expect(body).toContain('[secret]');
    const left = Buffer.from(String(JSON.parse(body).error_msg), 'base64').toString('latin1');
    expect(left).not.toContain('secret?');
  });

  it('keeps the bytes of an error without secrets, and checks keys as well', () => {
    const text = '{ "n": 12345678901234567890, "a": [1.0, null] }';
    expect(make(makeResponse(400, text)).body).toBe(text);
    expect(make(makeResponse(400, '{"secret-token":{"__proto__":"x secret-token"}}')).body).toBe(
      '{"[secret]":{"__proto__":"x [secret]"}}',
    );
  });

  it('removes the token that an error repeats', () => {
    const { body } = make(makeResponse(401, '{"error_msg":"bad secret-token"}'));
    expect(body).toBe('{"error_msg":"bad [secret]"}');
  });
});

describe('redact', () => {
  it('removes node secrets at any depth', () => {
    const value = {
      nodes: [{ id: 1, private_key: 'k', ca: 'c', more: { certificate: 1, package: 2, a: 3 } }],
    };
    expect(redact(value, 'node-secrets')).toEqual({ nodes: [{ id: 1, more: { a: 3 } }] });
  });

  it('blanks values of any type, and keeps a key named __proto__', () => {
    const value: unknown = JSON.parse(
      '{"secret":{"secrets":{"a":{"b":"x"},"__proto__":"y"}},"configs":"z"}',
    );
    expect(JSON.stringify(redact(value, 'config-values'))).toBe(
      '{"secret":{"secrets":{"a":"","__proto__":""}},"configs":null}',
    );
  });

  it('removes values in every possible shape', () => {
    const canaries = [
      {
        configmaps: [
          { id: '1', configs: { k: 'canary' } },
          { id: '2', configs: null },
        ],
      },
      { configmap: { id: '1', configs: { k: { deep: ['canary'] } } } },
      { id: '1', secrets: { k: 'canary' } },
      { id: '1', secrets: [{ key: 'k', value: 'canary' }] },
      { count: 1, secrets: [{ id: '1', secrets: [{ name: 'k', value: 'canary' }, 'canary'] }] },
      { secret: { id: '1', data: { k: 'canary' }, stringData: { k: 'canary' } } },
      { items: [{ binary_data: { k: 'canary' } }] },
      [{ id: '1', secrets: { k: 'canary' } }],
    ];
    for (const value of canaries) {
      expect(JSON.stringify(redact(value, 'config-values'))).not.toContain('canary');
    }
    expect(
      redact({ secrets: [{ id: '1', secrets: [{ key: 'k', value: 'v' }] }] }, 'config-values'),
    ).toEqual({
      secrets: [{ id: '1', secrets: [{ key: 'k', value: '' }] }],
    });
    const group = {
      edge_groups: [{ id: 'g', nodes: [{ id: 'n', privateKey: 'canary', CA: 'canary' }] }],
    };
    expect(JSON.stringify(redact(group, 'node-secrets'))).not.toContain('canary');
  });

  it('is set on every route that needs it', () => {
    const bare = proxyRoutes.filter(({ redaction }) => redaction === undefined);
    expect(bare.filter(({ template }) => /nodes|groups|configmaps|secrets/.test(template))).toEqual(
      [],
    );
  });
});
