import { shown } from '../characters/characters.ts';
import { sourceOf, type FieldSpec } from '../spec/field.ts';
import type { Complaint, Fix, Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';

export function fieldIssue(spec: FieldSpec, complaint: Complaint, path: Path): Issue {
  const { en, zh, kind, suggestion } = complaint;
  const message = { en, zh };
  const source = sourceOf(spec);
  // Two literals instead of a spread, because a hostile body has 100,000 issues.
  const issue: Issue =
    kind === undefined
      ? { path, severity: 'error', message, source }
      : { path, severity: 'error', message, kind, source };
  return suggestion === undefined ? issue : { ...issue, fix: fixWith(path, suggestion) };
}

/** The fix that replaces the value at a path. */
export function fixWith(path: Path, value: string | number): Fix {
  const text = shown(String(value));
  return { label: { en: `Use ${text}`, zh: `改为 ${text}` }, path, value };
}
