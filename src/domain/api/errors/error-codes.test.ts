import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainError } from './error-codes.ts';
import { builderCodes, pageCodes } from './error-codes-builder.ts';
import { mockCodes } from './error-codes-mock.ts';
import { iamCodes, iefCodes } from './error-codes-service.ts';
import { reasonWords } from './error-reasons.ts';

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const unique = (found: RegExpMatchArray | null) => [...new Set(found)];
const explain = (code: string, status = 400, reason?: string) =>
  explainError({ kind: 'http', code, status, reason });

describe('every code has an explanation', () => {
  const ief =
    'IEF.011002 IEF.011005 IEF.100001 IEF.100004 IEF.100005 IEF.100009 IEF.100010 IEF.100011 IEF.100012 IEF.100013 IEF.100020 IEF.100021 IEF.100100 IEF.100158 IEF.120001';
  test.each(ief.split(' '))('%s of the vendor', (code) => {
    expect(explain(code)).toBeDefined();
  });

  test.each([
    ['APIGW.0101', 404],
    ['APIGW.0201', 400],
    ['APIGW.0201', 413],
    ['APIGW.0201', 414],
    ['APIGW.0201', 494],
    ['APIGW.0201', 502],
    ['APIGW.0201', 504],
    ['APIGW.0301', 401],
    ['APIGW.0302', 403],
    ['APIGW.0303', 401],
    ['APIG.0301', 401],
  ])('%s of the gateway with status %i', (code, status) => {
    expect(explain(code, status)).toBeDefined();
  });

  test('of our own server', () => {
    const codes = unique(
      source('../../../server/http/kit/problem.ts').match(
        /^ {2}'?(?:BUILDER\.\w+|key_reused)'?(?=:)/gm,
      ),
    );
    expect(codes.length).toBeGreaterThan(20);
    const names = codes.map((code) => code.trim().replaceAll("'", '').replace('_timeout', ''));
    expect(names.filter((code) => explain(code) === undefined)).toEqual([]);
  });

  test('of the mock', () => {
    const codes = unique(source('../../../server/mock-ief/kit/errors.ts').match(/MOCK\.\d{6}/g));
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => explain(code) === undefined)).toEqual([]);
  });

  test('and every reason', () => {
    const [, union = ''] =
      /type FailureReason =([^;]+);/.exec(source('../../../server/proxy/upstream/upstream.ts')) ??
      [];
    const failures = unique(union.match(/(?<=')\w+(?=')/g));
    expect(failures.length).toBeGreaterThan(10);
    const others = [
      'not_json',
      'not_a_deployment',
      'odd_status',
      'keys',
      'clock',
      'iam_password',
      'iam_token',
    ];
    const reasons = [...failures, ...others, ...failures.map((reason) => `iam_${reason}`)];
    expect(reasons.filter((reason) => reasonWords(reason) === undefined)).toEqual([]);
  });
});

test('the reason in a response replaces the likely cause', () => {
  const general = explain('BUILDER.not_sent', 502);
  const exact = explain('BUILDER.not_sent', 502, 'certificate');
  expect(exact?.cause.en).toContain('certificate');
  expect(exact?.meaning).toEqual(general?.meaning);
  expect(explain('BUILDER.not_sent', 502, 'never heard of')).toEqual(general);
  const iam = reasonWords('iam_refused');
  expect(iam?.en).toBe(
    'The server could not get a token from IAM. IAM refuses connections: it is down, or the port is wrong.',
  );
});

test('an undocumented code has no explanation', () => {
  for (const code of ['', 'IEF.999999', 'APIGW.9999', 'toString', '__proto__', '418'])
    expect(explain(code)).toBeUndefined();
  expect(explain('APIGW.0201', 418)).toBeUndefined();
});

test('an undocumented code with a message about a quota is explained', () => {
  const explainMessage = (status: number, message: string) =>
    explainError({ kind: 'http', code: 'IEF.999999', status, message });
  for (const message of ['Deployment quota exceeded', '应用部署配额不足'])
    expect(explainMessage(403, message)?.meaning.en).toBe('A quota of the project is used up.');
  expect(explainMessage(500, 'the quota service failed')).toBeUndefined();
  expect(explainMessage(403, 'no permission')).toBeUndefined();
});

test('errors that the page detects have an explanation', () => {
  for (const kind of ['network', 'timeout', 'contract', 'stopped', 'gone'])
    expect(explainError({ kind })).toBeDefined();
});

test('all texts are sentences with the punctuation of their language', () => {
  const tables = { ...iefCodes, ...builderCodes, ...pageCodes, ...mockCodes, ...iamCodes };
  for (const [code, entry] of Object.entries(tables)) {
    for (const { en, zh } of [entry.meaning, entry.cause, entry.action]) {
      expect([code, en]).toEqual([code, expect.stringMatching(/^\S.*\.$/)]);
      expect([code, zh]).toEqual([code, expect.stringMatching(/^\S.*。$/)]);
      expect([code, zh]).toEqual([
        code,
        expect.not.stringMatching(/[\u4e00-\u9fff][,:;?()]|[,:;?()][\u4e00-\u9fff]/),
      ]);
    }
  }
});
