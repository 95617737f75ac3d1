import { describe, expect, test } from 'vitest';
import { ContractError, HttpError, NetworkError, TimeoutError } from '#src/client/http/errors.ts';
import type { Probe } from '#src/client/queries/probe.ts';
import { diagnose, findings, type FindingName } from './diagnose.ts';
import { stages, stageNames } from './stages.ts';

const MINUTE_MS = 60_000;

function refusal(status: number, code: string, message = '', reason = ''): HttpError {
  return new HttpError({
    status,
    code,
    message,
    reason,
    requestId: 'r-1',
    retryAfterS: undefined,
    clockOffsetMs: undefined,
  });
}

function probe(parts: Partial<Probe> = {}): Probe {
  return { server: undefined, target: undefined, requestId: 'r-1', clockOffsetMs: 0, ...parts };
}

const live = { kind: 'live', isTokenOver: false } as const;
const mock = { kind: 'mock', isTokenOver: false } as const;

/** The states of the parts as one text, such as `server done, host failed, tls open, ...`. */
function told(parts: Partial<Probe>, about: Parameters<typeof diagnose>[1] = live): string {
  return diagnose(probe(parts), about)
    .checks.map(({ stage, state }) => `${stage} ${state}`)
    .join(', ');
}

type Row = readonly [FindingName, Partial<Probe>];

const notSent = (reason: string) => ({ target: refusal(502, 'BUILDER.not_sent', '', reason) });
const unknown = (reason: string, status = 502) => ({
  target: refusal(status, 'BUILDER.outcome_unknown', '', reason),
});
const held = (reason: string) => ({
  target: refusal(502, 'BUILDER.credentials_refused', '', reason),
});

const rows: readonly Row[] = [
  ['server_silent', { server: new NetworkError('Failed to fetch') }],
  ['server_silent', { target: new NetworkError('Failed to fetch') }],
  ['server_slow', { server: new TimeoutError(75) }],
  ['server_slow', { target: new TimeoutError(75) }],
  ['server_front', { server: new ContractError('the answer is not JSON') }],
  ['server_front', { server: refusal(502, '', '<html>Bad Gateway</html>') }],
  ['host_refused', { server: refusal(403, 'BUILDER.host_refused') }],
  ['origin_refused', { target: refusal(403, 'BUILDER.origin_refused') }],
  ['peer_refused', { server: refusal(403, 'BUILDER.peer_refused') }],
  ['access_needed', { target: refusal(401, 'BUILDER.access_needed') }],
  ['access_needed', { target: refusal(401, 'BUILDER.access_refused') }],
  ['rate_limited', { target: refusal(429, 'BUILDER.rate_limited') }],
  ['server_busy', { target: refusal(503, 'BUILDER.busy') }],
  ['server_broken', { server: refusal(500, 'BUILDER.internal') }],
  ['target_gone', { target: refusal(404, 'BUILDER.unknown_target') }],
  ['server_mismatch', { target: refusal(400, 'BUILDER.bad_query') }],
  ['server_mismatch', { target: refusal(405, 'BUILDER.method_not_allowed') }],

  ['refused', notSent('refused')],
  ['name_not_found', notSent('name_not_found')],
  ['connect_timeout', notSent('connect_timeout')],
  ['unreachable', notSent('unreachable')],
  ['address_refused', notSent('address_refused')],
  ['proxy_unreachable', notSent('proxy_unreachable')],
  ['proxy_credentials', notSent('proxy_credentials')],
  ['proxy_refused', notSent('proxy_refused')],
  ['proxy_unreachable', notSent('iam_proxy_unreachable')],
  ['proxy_credentials', notSent('iam_proxy_credentials')],
  ['proxy_refused', notSent('iam_proxy_refused')],
  ['certificate', notSent('certificate')],
  ['tls', notSent('tls')],

  ['silent', unknown('timeout', 504)],
  ['broken_off', unknown('reset')],
  ['broken_off', unknown('closed')],
  ['broken_off', unknown('cut')],
  ['not_http', unknown('bad_answer')],
  ['too_large', unknown('too_large')],
  ['web_page', unknown('not_json')],
  ['odd_status', unknown('odd_status')],
  ['redirect', { target: refusal(502, 'BUILDER.upstream_redirect') }],
  ['refused_page', { target: refusal(403, 'BUILDER.upstream_refused') }],
  ['not_ief', { target: refusal(502, 'BUILDER.upstream_contract') }],
  ['not_ief', { target: new ContractError('the answer is no list of deployments') }],
  ['not_ief', { target: refusal(404, 'APIGW.0101', 'The API does not exist') }],
  ['not_ief', { target: refusal(404, '') }],
  ['throttled', { target: refusal(429, 'APIGW.0308') }],
  ['service_down', { target: refusal(502, 'IEF.120001', 'the database of the instance') }],
  ['service_down', { target: refusal(504, 'APIGW.0201', 'Backend timeout') }],
  ['service_down', { target: refusal(503, '') }],

  ['clock_refused', { target: refusal(401, 'APIGW.0303', 'Incorrect app authentication') }],
  ['clock_refused', { target: refusal(401, 'APIGW.0301', 'The timestamp is out of range') }],
  ['clock_refused', { target: refusal(401, 'APIGW.0301', 'X-Sdk-Date is too old') }],
  ['clock_refused', held('clock')],

  ['token_missing', { target: refusal(401, 'BUILDER.token_missing') }],
  ['token_malformed', { target: refusal(400, 'BUILDER.bad_header') }],
  ['token_unreadable', { target: refusal(401, 'APIGW.0301', 'x: decrypt token fail') }],
  ['token_refused', { target: refusal(401, 'APIGW.0301', 'x-auth-token not found') }],
  ['token_refused', { target: refusal(401, '') }],
  ['token_other_project', { target: refusal(400, 'IEF.011005', 'authentication failed') }],
  ['iam_password', held('iam_password')],
  ['keys_refused', held('keys')],
  ['keys_refused', { target: refusal(401, 'APIGW.0301', 'verify aksk signature fail') }],
  ['iam_unreachable', notSent('iam_refused')],
  ['iam_unreachable', notSent('iam_name_not_found')],
  ['iam_unreachable', notSent('iam_connect_timeout')],
  ['iam_unreachable', notSent('iam_unreachable')],
  ['iam_unreachable', notSent('iam_address_refused')],
  ['iam_tls', notSent('iam_certificate')],
  ['iam_tls', notSent('iam_tls')],
  ['iam_odd', notSent('iam_timeout')],
  ['iam_odd', notSent('iam_bad_answer')],

  ['forbidden', { target: refusal(403, 'APIGW.0302', 'not allowed') }],
  ['forbidden', { target: refusal(403, 'IEF.000403') }],
  ['project_unknown', { target: refusal(400, 'IEF.100001', 'PROJECT_ID not found') }],
  ['project_fixed', { target: refusal(404, 'BUILDER.not_this_project') }],
  ['instance_unknown', { target: refusal(400, 'IEF.100400', 'instance id not found') }],
  ['instance_unknown', { target: refusal(404, 'IEF.100404', 'no such instance') }],
  ['refused_otherwise', { target: refusal(400, 'IEF.999999', 'something new') }],
];

describe('what stands in the way', () => {
  test.each(rows)('is %s', (name, parts) => {
    const { finding, checks } = diagnose(probe(parts), live);
    expect(finding).toBe(name);
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([
      { stage: findings[name].stage, state: 'failed' },
    ]);
  });

  test('is a token that ran out, if what is known of it says so', () => {
    const parts = { target: refusal(401, 'APIGW.0301', 'decrypt token fail') };
    expect(diagnose(probe(parts), { ...live, isTokenOver: true }).finding).toBe('token_expired');
  });

  test('is nothing if the list came', () => {
    expect(diagnose(probe(), live).finding).toBeUndefined();
    expect(told({})).toBe(
      'server done, host done, tls done, service done, clock done, signIn done, permission done, project done',
    );
  });

  test('has a row of this table for every finding', () => {
    const tried = new Set([...rows.map(([name]) => name), 'token_expired']);
    expect(Object.keys(findings).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('how far a connection carries', () => {
  test('what comes before the failure is done, what comes after it is open', () => {
    expect(told({ ...notSent('certificate'), clockOffsetMs: undefined })).toBe(
      'server done, host done, tls failed, service open, clock open, signIn open, permission open, project open',
    );
    expect(told({ target: refusal(403, 'APIGW.0302') })).toBe(
      'server done, host done, tls done, service done, clock done, signIn done, permission failed, project open',
    );
  });

  test('the service is not reached while IAM is in the way', () => {
    expect(told({ ...notSent('iam_refused'), clockOffsetMs: undefined })).toBe(
      'server done, host open, tls open, service open, clock open, signIn failed, permission open, project open',
    );
  });

  test.each([
    ['signIn', refusal(401, 'BUILDER.token_missing')],
    ['signIn', refusal(400, 'BUILDER.bad_header')],
    ['project', refusal(404, 'BUILDER.not_this_project')],
  ])('what our own server refuses (%s) says nothing of the service', (stage, target) => {
    const states = told({ target, clockOffsetMs: undefined }).split(', ');
    expect(states.filter((state) => !state.endsWith(' open'))).toEqual([
      'server done',
      `${stage} failed`,
    ]);
  });

  test('the clock is open where no answer told the time', () => {
    expect(told({ clockOffsetMs: undefined })).toContain('service done, clock open, signIn done');
  });

  test.each([-6 * MINUTE_MS, 6 * MINUTE_MS])('a clock %d ms off is a warning', (clockOffsetMs) => {
    expect(diagnose(probe({ clockOffsetMs }), live).skewMs).toBe(clockOffsetMs);
    expect(told({ clockOffsetMs })).toContain('clock warning, signIn done');
    expect(told({ clockOffsetMs, target: refusal(401, '') })).toContain(
      'clock warning, signIn failed',
    );
    expect(told({ clockOffsetMs, ...unknown('not_json') })).toContain(
      'service failed, clock warning',
    );
  });

  test.each([-5 * MINUTE_MS, 5 * MINUTE_MS])('a clock %d ms off is good', (clockOffsetMs) => {
    expect(diagnose(probe({ clockOffsetMs }), live).skewMs).toBeUndefined();
    expect(told({ clockOffsetMs })).toContain('clock done');
  });

  test('the mock has no network, no clock and no sign-in', () => {
    expect(told({}, mock)).toBe('server done, service done, project done');
    expect(told({ target: refusal(400, 'IEF.100001') }, mock)).toBe(
      'server done, service done, project failed',
    );
    // Should it refuse where it has nothing to refuse, that is said all the same.
    expect(told({ target: refusal(401, '') }, mock)).toBe(
      'server done, service done, signIn failed, project open',
    );
  });
});

test('every finding and every part has words in both languages', () => {
  const texts = [
    ...Object.values(findings).flatMap(({ means, todo }) => [means, todo]),
    ...stages.map((stage) => stageNames[stage]),
  ];
  for (const { en, zh } of texts) {
    expect(en).toMatch(/^[\x20-\x7e“”]+$/);
    expect(zh).toMatch(/[\u4e00-\u9fff]|TLS/);
    // Between Chinese characters stand the full-width signs.
    expect(zh).not.toMatch(/[\u4e00-\u9fff][,:;?!]|[\u4e00-\u9fff]\.(?!\d)/);
  }
});
