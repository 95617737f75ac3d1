import { describe, expect, test } from 'vitest';
import type { Path } from '#src/json/path.ts';
import type { Issue, Severity } from '#src/domain/core/issue.ts';
import { createProblemVisibility } from './problem-visibility.ts';
import { countIssues } from './count-issues.ts';

const document = { name: '', port: 70_000, rows: [{ name: '' }] };
const message = { en: 'm', zh: 'm' };

function issue(path: Path, severity: Severity, isMissing = false): Issue {
  return { path, severity, message, source: 's', ...(isMissing && { kind: 'missing' }) };
}

const blank = issue(['name'], 'error', true);
const wrong = issue(['port'], 'error');
const warning = issue(['port'], 'warning');
const deepBlank = issue(['rows', 0, 'name'], 'error', true);
const note = issue(['port'], 'note');
const issues = [blank, wrong, warning, deepBlank, note];
const all = () => true;
const scene = () => createProblemVisibility((path) => String(path[0]));

describe('counts', () => {
  test('of an untouched document: wrong values are errors at once, missing ones are blanks', () => {
    const counts = countIssues(issues, all, document, scene());
    expect(counts).toEqual({ errors: 1, warnings: 1, blanks: 2 });
  });

  test('turn a blank into an error once its field shows it', async () => {
    const visibility = scene();
    visibility.touch(document, ['name']);
    expect(countIssues(issues, all, document, visibility)).toEqual({
      errors: 2,
      warnings: 1,
      blanks: 1,
    });
    await visibility.submit();
    expect(countIssues(issues, all, document, visibility)).toEqual({
      errors: 3,
      warnings: 1,
      blanks: 0,
    });
  });

  test('stay blanks while a value is typed for the first time', () => {
    const visibility = scene();
    visibility.startTyping(document, ['port']);
    expect(countIssues([wrong], all, document, visibility).blanks).toBe(1);
    visibility.touch(document, ['port']);
    expect(countIssues([wrong], all, document, visibility).errors).toBe(1);
  });

  test('include only the selected paths', () => {
    const counts = countIssues(issues, (path) => path[0] === 'rows', document, scene());
    expect(counts).toEqual({ errors: 0, warnings: 0, blanks: 1 });
  });

  test('are 0 without issues', () => {
    const none = { errors: 0, warnings: 0, blanks: 0 };
    expect(countIssues([], all, document, scene())).toEqual(none);
  });
});
