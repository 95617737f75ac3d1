import { expect, test } from 'vitest';
import type { Severity } from '#src/domain/core/issue.ts';
import type { TextProblem } from './validate-text.ts';
import { MAX_LISTED, limitProblems } from './limit-problems.ts';

function problem(line: number, severity: Severity): TextProblem {
  return {
    line,
    column: 1,
    issue: { path: [], severity, message: { en: '', zh: '' }, source: '' },
  };
}

test('lists everything up to the limit', () => {
  const problems = Array.from({ length: MAX_LISTED }, (_, index) => problem(index, 'warning'));
  expect(limitProblems(problems, 0)).toBe(problems);
});

test('lists errors before all others, in the order of the text, and gives the number of the others', () => {
  const problems = Array.from({ length: 5_000 }, (_, index) =>
    problem(index, index % 100 === 99 ? 'error' : index % 2 === 0 ? 'warning' : 'note'),
  );
  const listed = limitProblems(problems, 700_000);
  expect(listed).toHaveLength(MAX_LISTED + 1);
  const of = (severity: Severity) => listed.filter(({ issue }) => issue.severity === severity);
  expect([of('error').length, of('warning').length, of('note').length]).toEqual([50, 950, 1]);
  const places = listed.map(({ line }) => line);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(listed.at(-1)?.issue.message).toEqual({
    en: '704,000 more problems are not listed.',
    zh: '另有 704,000 个问题未列出。',
  });
});
