import { shown } from '../characters/characters.ts';
import { sourceOf, type FieldSpec } from '../spec/field.ts';
import type { Complaint, Fix, Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';

/** What is wrong with the value of a field, as the issue at its path. */
export function fieldIssue(spec: FieldSpec, complaint: Complaint, path: Path): Issue {
  const { en, zh, kind, suggestion } = complaint;
  const message = { en, zh };
  const source = sourceOf(spec);
  // One of two literals, not a spread: a hostile body has a hundred thousand of them.
  const issue: Issue =
    kind === undefined
      ? { path, severity: 'error', message, source }
      : { path, severity: 'error', message, kind, source };
  return suggestion === undefined ? issue : { ...issue, fix: fixWith(path, suggestion) };
}

/** The fix that puts one value in place of another. */
export function fixWith(path: Path, value: string | number): Fix {
  const text = shown(String(value));
  return { label: { en: `Use ${text}`, zh: `改为 ${text}` }, path, value };
}
