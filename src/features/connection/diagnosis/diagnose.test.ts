import { describe, expect, test } from 'vitest';
import { ContractError, HttpError, NetworkError, TimeoutError } from '#src/client/http/errors.ts';
import type { Probe } from '#src/client/queries/probe.ts';
import { diagnose } from './diagnose.ts';
import { findingStages, type FindingName } from './findings.ts';

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

const live = { kind: 'live', isTokenExpired: false } as const;
const mock = { kind: 'mock', isTokenExpired: false } as const;

/** The states of the stages as one text, such as `server done, host failed, tls open, ...`. */
function statesOf(parts: Partial<Probe>, about: Parameters<typeof diagnose>[1] = live): string {
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
  ['serverSilent', { server: new NetworkError('Failed to fetch') }],
  ['serverSilent', { target: new NetworkError('Failed to fetch') }],
  ['serverSlow', { server: new TimeoutError(75) }],
  ['serverSlow', { target: new TimeoutError(75) }],
  ['serverFront', { server: new ContractError('the answer is not JSON') }],
  ['serverFront', { server: refusal(502, '', '<html>Bad Gateway</html>') }],
  ['hostRefused', { server: refusal(403, 'BUILDER.host_refused') }],
  ['originRefused', { target: refusal(403, 'BUILDER.origin_refused') }],
  ['peerRefused', { server: refusal(403, 'BUILDER.peer_refused') }],
  ['accessNeeded', { target: refusal(401, 'BUILDER.access_needed') }],
  ['accessNeeded', { target: refusal(401, 'BUILDER.access_refused') }],
  ['rateLimited', { target: refusal(429, 'BUILDER.rate_limited') }],
  ['serverBusy', { target: refusal(503, 'BUILDER.busy') }],
  ['serverFailed', { server: refusal(500, 'BUILDER.internal') }],
  ['targetGone', { target: refusal(404, 'BUILDER.unknown_target') }],
  ['serverMismatch', { target: refusal(400, 'BUILDER.bad_query') }],
  ['serverMismatch', { target: refusal(405, 'BUILDER.method_not_allowed') }],

  ['connectionRefused', notSent('refused')],
  ['nameNotFound', notSent('name_not_found')],
  ['connectTimeout', notSent('connect_timeout')],
  ['unreachable', notSent('unreachable')],
  ['addressRefused', notSent('address_refused')],
  ['proxyUnreachable', notSent('proxy_unreachable')],
  ['proxyCredentials', notSent('proxy_credentials')],
  ['proxyRefused', notSent('proxy_refused')],
  ['proxyUnreachable', notSent('iam_proxy_unreachable')],
  ['proxyCredentials', notSent('iam_proxy_credentials')],
  ['proxyRefused', notSent('iam_proxy_refused')],
  ['certificate', notSent('certificate')],
  ['tls', notSent('tls')],

  ['serviceSilent', unknown('timeout', 504)],
  ['connectionLost', unknown('reset')],
  ['connectionLost', unknown('closed')],
  ['connectionLost', unknown('cut')],
  ['notHttp', unknown('bad_answer')],
  ['tooLarge', unknown('too_large')],
  ['webPage', unknown('not_json')],
  ['oddStatus', unknown('odd_status')],
  ['redirect', { target: refusal(502, 'BUILDER.upstream_redirect') }],
  ['refusedByPage', { target: refusal(403, 'BUILDER.upstream_refused') }],
  ['notIef', { target: refusal(502, 'BUILDER.upstream_contract') }],
  ['notIef', { target: new ContractError('the answer is not a list of deployments') }],
  ['notIef', { target: refusal(404, 'APIGW.0101', 'The API does not exist') }],
  ['notIef', { target: refusal(404, '') }],
  ['throttled', { target: refusal(429, 'APIGW.0308') }],
  ['serviceDown', { target: refusal(502, 'IEF.120001', 'the database of the instance') }],
  ['serviceDown', { target: refusal(504, 'APIGW.0201', 'Backend timeout') }],
  ['serviceDown', { target: refusal(503, '') }],

  ['clockRefused', { target: refusal(401, 'APIGW.0303', 'Incorrect app authentication') }],
  ['clockRefused', { target: refusal(401, 'APIGW.0301', 'The timestamp is out of range') }],
  ['clockRefused', { target: refusal(401, 'APIGW.0301', 'X-Sdk-Date is too old') }],
  ['clockRefused', held('clock')],

  ['tokenMissing', { target: refusal(401, 'BUILDER.token_missing') }],
  ['tokenMalformed', { target: refusal(400, 'BUILDER.bad_header') }],
  ['tokenUnreadable', { target: refusal(401, 'APIGW.0301', 'x: decrypt token fail') }],
  ['tokenRefused', { target: refusal(401, 'APIGW.0301', 'x-auth-token not found') }],
  ['tokenRefused', { target: refusal(401, '') }],
  ['tokenOtherProject', { target: refusal(400, 'IEF.011005', 'authentication failed') }],
  ['iamPassword', held('iam_password')],
  ['keysRefused', held('keys')],
  ['keysRefused', { target: refusal(401, 'APIGW.0301', 'verify aksk signature fail') }],
  ['iamUnreachable', notSent('iam_refused')],
  ['iamUnreachable', notSent('iam_name_not_found')],
  ['iamUnreachable', notSent('iam_connect_timeout')],
  ['iamUnreachable', notSent('iam_unreachable')],
  ['iamUnreachable', notSent('iam_address_refused')],
  ['iamTls', notSent('iam_certificate')],
  ['iamTls', notSent('iam_tls')],
  ['iamUnusable', notSent('iam_timeout')],
  ['iamUnusable', notSent('iam_bad_answer')],

  ['forbidden', { target: refusal(403, 'APIGW.0302', 'not allowed') }],
  ['forbidden', { target: refusal(403, 'IEF.000403') }],
  ['projectUnknown', { target: refusal(400, 'IEF.100001', 'PROJECT_ID not found') }],
  ['projectFixed', { target: refusal(404, 'BUILDER.not_this_project') }],
  ['instanceUnknown', { target: refusal(400, 'IEF.100400', 'instance id not found') }],
  ['instanceUnknown', { target: refusal(404, 'IEF.100404', 'no such instance') }],
  ['refusedOtherwise', { target: refusal(400, 'IEF.999999', 'something new') }],
];

describe('the finding', () => {
  test.each(rows)('is %s', (name, parts) => {
    const { finding, checks } = diagnose(probe(parts), live);
    expect(finding).toBe(name);
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([
      { stage: findingStages[name], state: 'failed' },
    ]);
  });

  test('is an expired token if its known expiry has passed', () => {
    const parts = { target: refusal(401, 'APIGW.0301', 'decrypt token fail') };
    expect(diagnose(probe(parts), { ...live, isTokenExpired: true }).finding).toBe('tokenExpired');
  });

  test('is undefined if the list was read', () => {
    expect(diagnose(probe(), live).finding).toBeUndefined();
    expect(statesOf({})).toBe(
      'server done, host done, tls done, service done, clock done, signIn done, permission done, project done',
    );
  });

  test('has a row in this table for every name', () => {
    const tried = new Set([...rows.map(([name]) => name), 'tokenExpired']);
    expect(Object.keys(findingStages).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('the states of the stages', () => {
  test('are done before the failed stage and open after it', () => {
    expect(statesOf({ ...notSent('certificate'), clockOffsetMs: undefined })).toBe(
      'server done, host done, tls failed, service open, clock open, signIn open, permission open, project open',
    );
    expect(statesOf({ target: refusal(403, 'APIGW.0302') })).toBe(
      'server done, host done, tls done, service done, clock done, signIn done, permission failed, project open',
    );
  });

  test('are open for the service if signing in to IAM failed', () => {
    expect(statesOf({ ...notSent('iam_refused'), clockOffsetMs: undefined })).toBe(
      'server done, host open, tls open, service open, clock open, signIn failed, permission open, project open',
    );
  });

  test.each([
    ['signIn', refusal(401, 'BUILDER.token_missing')],
    ['signIn', refusal(400, 'BUILDER.bad_header')],
    ['project', refusal(404, 'BUILDER.not_this_project')],
  ])('are open for the service if our own server refused the request (%s)', (stage, target) => {
    const states = statesOf({ target, clockOffsetMs: undefined }).split(', ');
    expect(states.filter((state) => !state.endsWith(' open'))).toEqual([
      'server done',
      `${stage} failed`,
    ]);
  });

  test('are open for the clock if no response carried a time', () => {
    expect(statesOf({ clockOffsetMs: undefined })).toContain(
      'service done, clock open, signIn done',
    );
  });

  test.each([-6 * MINUTE_MS, 6 * MINUTE_MS])(
    'show a warning for a clock that is %d ms off',
    (clockOffsetMs) => {
      expect(diagnose(probe({ clockOffsetMs }), live).skewMs).toBe(clockOffsetMs);
      expect(statesOf({ clockOffsetMs })).toContain('clock warning, signIn done');
      expect(statesOf({ clockOffsetMs, target: refusal(401, '') })).toContain(
        'clock warning, signIn failed',
      );
      expect(statesOf({ clockOffsetMs, ...unknown('not_json') })).toContain(
        'service failed, clock warning',
      );
    },
  );

  test.each([-5 * MINUTE_MS, 5 * MINUTE_MS])(
    'are done for a clock that is %d ms off',
    (clockOffsetMs) => {
      expect(diagnose(probe({ clockOffsetMs }), live).skewMs).toBeUndefined();
      expect(statesOf({ clockOffsetMs })).toContain('clock done');
    },
  );

  test('omit network, clock and sign-in for the mock', () => {
    expect(statesOf({}, mock)).toBe('server done, service done, project done');
    expect(statesOf({ target: refusal(400, 'IEF.100001') }, mock)).toBe(
      'server done, service done, project failed',
    );
    // The mock never refuses a token, but if it did, the stage would be shown.
    expect(statesOf({ target: refusal(401, '') }, mock)).toBe(
      'server done, service done, signIn failed, project open',
    );
  });
});
