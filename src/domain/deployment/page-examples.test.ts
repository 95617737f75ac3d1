import { describe, expect, test } from 'vitest';
import {
  page400,
  page400Text,
  page500,
  page500Text,
  pageAnswer,
  pageAnswerText,
  pageRequest,
  pageRequestText,
} from './page-examples.ts';
import { validate } from './validate.ts';

describe('the examples of the API page', () => {
  test.each([
    ['request', pageRequestText, pageRequest],
    ['answer', pageAnswerText, pageAnswer],
    ['400', page400Text, page400],
    ['500', page500Text, page500],
  ])(
    '%s: text and value are the same, and the value is new at each call',
    (_which, text, value) => {
      expect(value()).toEqual(JSON.parse(text));
      expect(value()).not.toBe(value());
    },
  );

  test('the response is the request, flattened and completed', () => {
    const { deployment, tags, ...rest } = pageRequest();
    expect(tags).toEqual([{ key: 'app', value: 'test' }]);
    expect(pageAnswer()).toMatchObject({ ...rest, ...deployment });
  });

  test.each(['professional', 'platinum'] as const)(
    'the request has no error in the %s edition, only the warning R06',
    (edition) => {
      expect(
        validate(pageRequest(), { edition }).map(({ rule, severity, path }) => [
          rule,
          severity,
          path,
        ]),
      ).toEqual([['R06', 'warning', ['deployment', 'template', 'configs', 'toleration_seconds']]]);
    },
  );

  test('a response sent as a request gets one finding that says so', () => {
    const found = validate(pageAnswer(), { edition: 'professional' });
    expect(found.map(({ path, rule }) => [path, rule])).toEqual([[[], 'R51']]);
    expect(found[0]?.message.en).toContain('This is a response from the service');
  });
});
