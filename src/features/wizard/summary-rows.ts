import { isJsonList, isJsonObject, type Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import type { FieldSpec } from '#src/domain/core/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { stepOf, type StepId } from './steps.ts';

/** A value of the document with its unit. */
export interface SummaryRow {
  readonly path: Path;
  readonly value: string;
}

/** What a step sends: its first rows, and how many there are in all. */
export interface StepRows {
  readonly rows: readonly SummaryRow[];
  readonly count: number;
}

/**
 * The values of a document by the step that asks for them, in its order; a list of texts is one row. Of each step
 * only the first `most` are put in words: a large document has thousands.
 */
export function summaryRows(
  document: Json,
  most: number,
  specOf: (path: Path) => FieldSpec | undefined,
  say: (text: Text) => string,
): Readonly<Partial<Record<StepId, StepRows>>> {
  const of: Partial<Record<StepId, { rows: SummaryRow[]; count: number }>> = {};
  const add = (path: Path, words: () => string) => {
    const step = (of[stepOf(path)] ??= { rows: [], count: 0 });
    step.count += 1;
    if (step.rows.length < most) step.rows.push({ path, value: words() });
  };
  const walk = (value: Json, path: Path) => {
    if (isJsonList(value)) {
      if (!value.every((member) => typeof member === 'string')) {
        for (const [index, member] of value.entries()) walk(member, [...path, index]);
      } else if (value.length > 0) {
        add(path, () => value.map((member) => JSON.stringify(member)).join(' '));
      }
    } else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, [...path, key]);
    } else if (value === '') {
      // An empty text is a value where the keys are one's own.
      if (specOf(path)?.kind === 'entries') add(path, () => '""');
    } else {
      add(path, () => wordsOf(value, specOf(path), say));
    }
  };
  walk(document, []);
  return of;
}

function wordsOf(
  value: Exclude<Json, readonly Json[] | object>,
  spec: FieldSpec | undefined,
  say: (text: Text) => string,
): string {
  const unit = spec && 'unit' in spec && spec.unit ? ` ${say(spec.unit)}` : '';
  return `${typeof value === 'string' ? value : JSON.stringify(value)}${unit}`;
}
