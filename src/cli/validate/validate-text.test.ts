import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import { validateText } from './validate-text.ts';
import { problemJson, problemLine } from './problem-line.ts';

function lines(text: string): readonly string[] {
  const verdict = validateText(text, { edition: 'professional' });
  if ('fault' in verdict) return ['fault'];
  return verdict.problems.map((problem) => problemLine('f', problem, 'en'));
}

function duplicates(text: string): readonly string[] {
  const verdict = validateText(text, { edition: 'professional' });
  if ('fault' in verdict) return ['fault'];
  return verdict.problems
    .filter(({ issue }) => issue.source.startsWith('RFC'))
    .map(({ line, column, issue }) => {
      const before = /line (\d+) is ignored/.exec(issue.message.en)?.[1];
      return `${line}:${column} ${issue.severity} ${formatPath(issue.path)} ${before}`;
    });
}

describe('repeated keys', () => {
  test('are reported at each repetition, with the line of the previous one', () => {
    expect(duplicates('{\n"name": "a",\n"name": "b",\n "name": "c"}')).toEqual([
      '3:1 warning name 2',
      '4:2 warning name 3',
    ]);
  });

  test('are found at any depth, in lists and under unknown keys', () => {
    const text = '{"x": [[{"k": 1,\n"k": {"l": 1, "l": 2}}]], "y": {"l": 1}}';
    expect(duplicates(text)).toEqual(['2:1 warning x[0][0].k 1', '2:15 warning x[0][0].k.l 2']);
  });

  test('are the same key however it is written', () => {
    expect(duplicates('{"a": 1,\n"\\u0061": 2}')).toEqual(['2:1 warning a 1']);
  });

  test('are not found where objects differ, or keys do', () => {
    expect(
      duplicates('{"a": {"a": 1}, "A": 1, "b": [{"a": 1}, {"a": 1}], "__proto__": 1}'),
    ).toEqual([]);
  });

  test('are checked by their last value, at its place', () => {
    const text = '{"name": "good",\n"name": ""}';
    expect(lines(text).filter((line) => line.includes(' name '))).toEqual([
      expect.stringMatching(/^f:2:1 name warning: “name” appears more than once in this object/),
      expect.stringMatching(/^f:2:9 name This is empty\. .+ \(table 3\)$/),
    ]);
  });
});

describe('a key __proto__', () => {
  test('is an error at its place, however it is written', () => {
    expect(
      lines('{\n"__proto__": {"name": "a"},\n "x": [{"\\u005f_proto__": 1}]}').filter((line) =>
        line.includes('__proto__'),
      ),
    ).toEqual([
      expect.stringMatching(/^f:2:14 __proto__ The key __proto__ is not allowed, /),
      expect.stringMatching(/^f:3:27 x\[0\]\.__proto__ The key __proto__ is not allowed, /),
    ]);
  });
});

describe('a byte order mark', () => {
  test('is a note at the beginning', () => {
    const verdict = validateText('{}', { edition: 'professional' }, true);
    const [first] = 'problems' in verdict ? verdict.problems : [];
    expect(first).toMatchObject({ line: 1, column: 1, issue: { severity: 'note', path: [] } });
  });
});

describe('problems', () => {
  test('come in the order of the text', () => {
    const text = '{\n"tags": 1,\n"deployment": 1,\n"name": 1}';
    const places = lines(text).map((line) => Number(line.split(':')[1]));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  });

  test('are reported for JSON that is not an object, at its beginning', () => {
    expect(lines(' []')).toEqual(['f:1:2 $ This must be an object. (table 3)']);
    expect(lines('null')).toEqual(['f:1:1 $ This must be an object. (table 3)']);
  });
});

describe('a number that JSON.parse rounds', () => {
  const withSeconds = (seconds: string) =>
    `{"name":"a","node_ids":["9ebd8efb-9fdd-44a1-abda-9cdbc287a867"],"deployment":{"replicas":1,"template":{"configs":{"restart_policy":"Always","toleration_seconds":${seconds}},"containers":[{"name":"a","image_url":"nginx:1"}]}}}`;

  test.each(['9007199254740993', '1e400', '123456789012345678901234567890'])(
    '%s is not quoted as another one',
    (seconds) => {
      const [line, ...rest] = lines(withSeconds(seconds)).filter((one) => !one.includes('R06'));
      expect(line).toMatch(
        /This number is too large\. Use an integer from 0 to 9007199254740991\./,
      );
      expect(rest).toEqual([]);
    },
  );

  test('a fraction with too many digits is not quoted either', () => {
    expect(lines(withSeconds('0.12345678901234567'))[0]).toContain(
      'This number is not an integer.',
    );
    expect(lines(withSeconds('0.5'))[0]).toContain('0.5 is not an integer.');
  });
});

describe('a line', () => {
  const issue = {
    path: ['labels', 'a b\u001b[2J\u202e.c'],
    severity: 'error',
    message: { en: 'Bad \u001b]0;title\u0007 and \u{e0001} and \ud800.', zh: '有误。' },
    source: 'table 1',
  } as const;
  const problem = { line: 2, column: 3, issue };

  test('contains no control character, and no space in the path', () => {
    expect(problemLine('a\n\u009b.json', problem, 'en')).toBe(
      String.raw`a\u000a\u009b.json:2:3 labels["a\u0020b\u001b[2J\u202e.c"] ` +
        String.raw`Bad \u001b]0;title\u0007 and \udb40\udc01 and \ud800. (table 1)`,
    );
  });

  test('of JSON contains none either, and means the same', () => {
    const json = problemJson('a\n\u009b.json', problem);
    expect(json).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(json)).toEqual({
      file: 'a\n\u009b.json',
      line: 2,
      column: 3,
      path: String.raw`labels["a b\u001b[2J${'\u202e'}.c"]`,
      segments: issue.path,
      severity: 'error',
      message: issue.message,
      rule: null,
      field: null,
      source: 'table 1',
    });
  });

  test('marks a warning in both languages, and names the rule rather than its source', () => {
    const warning = {
      ...problem,
      issue: { ...issue, path: [], severity: 'warning', rule: 'R17' },
    } as const;
    expect(problemLine('f', warning, 'zh')).toBe('f:2:3 $ warning: 有误。 (R17)');
    const note = { ...problem, issue: { ...issue, path: [], severity: 'note' } } as const;
    expect(problemLine('f', note, 'en')).toMatch(/^f:2:3 \$ note: Bad/);
  });
});
