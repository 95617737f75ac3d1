import type { Issue } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/rule.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { findDuplicateKeys } from './duplicate-keys.ts';
import { parseJsonText } from './json-text.ts';
import { createPlaces, placeIn, type Place } from './places.ts';
import type { Fault } from './read-file.ts';

/** An issue with its place in the text. */
export interface Problem extends Place {
  readonly issue: Issue;
}

/** What is wrong with a text, in the order of its lines, or why it cannot be judged. */
export type Verdict = { readonly problems: readonly Problem[] } | { readonly fault: Fault };

/** Judges a text as the body of a create request. */
export function checkText(text: string, context: Context): Verdict {
  const json = parseJsonText(text);
  if (!('tree' in json)) {
    return { fault: { ...placeIn(text, json.offset), message: json.message } };
  }
  const places = createPlaces(text, json.tree);
  const found = findDuplicateKeys(json.tree, places);
  for (const issue of validate(json.value, context)) {
    found.push({ offset: places.offsetOf(issue.path), issue });
  }
  found.sort((a, b) => a.offset - b.offset);
  return { problems: found.map(({ offset, issue }) => ({ ...places.at(offset), issue })) };
}
