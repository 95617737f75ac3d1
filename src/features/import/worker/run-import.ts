import { convert, type Conversion } from '#src/convert/convert.ts';
import type { ConvertRequest } from '#src/convert/request/kinds.ts';
import type { Level } from '#src/convert/report/ledger.ts';
import type { Refusal } from '#src/convert/source/refusal.ts';
import type { Context } from '#src/domain/core/context.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Json } from '#src/json/value.ts';
import { toDiffRows, type DiffRow } from '#src/views/diff/diff-rows.ts';
import { firstItems, type FirstItems } from '#src/views/first-items.ts';
import type { ConversionSummary } from '#src/views/report/conversion-summary.ts';

/** A request from the dialog to the worker. */
export interface ImportRequest {
  readonly convert: ConvertRequest;
  /** The context in which the result is validated. */
  readonly context: Context;
  /** The document that the result is compared with. */
  readonly current: Json;
}

/** The steps of an import, in order. */
export const importStages = ['reading', 'checking', 'comparing'] as const;
export type ImportStage = (typeof importStages)[number];

/** The result of an import, before anything is changed. */
export interface ImportResult
  extends ConversionSummary, Pick<Conversion, 'body' | 'choices' | 'variables'> {
  readonly issues: FirstItems<Issue>;
  readonly changes: FirstItems<DiffRow>;
}

export type ImportOutcome = { readonly refusal: Refusal } | { readonly result: ImportResult };

/** The most members of a list that the page receives: more would block it. */
export const MAX_IMPORT_ENTRIES = 2000;

/** Converts a text, checks the result and compares it with the current document. Runs in a worker. */
export function runImport(
  { convert: request, context, current }: ImportRequest,
  onStage: (stage: ImportStage) => void,
): ImportOutcome {
  onStage('reading');
  const conversion = convert(request);
  if ('refusal' in conversion) return conversion;
  const { kind, body, carried, values, choices, variables, report } = conversion;
  onStage('checking');
  const issues = validate(body, { ...context, isEdited: true });
  onStage('comparing');
  const level = (one: Level) =>
    firstItems(
      report.filter((entry) => entry.level === one),
      MAX_IMPORT_ENTRIES,
    );
  return {
    result: {
      kind,
      body,
      carried,
      values,
      choices,
      variables,
      report: {
        lost: level('lost'),
        changed: level('changed'),
        note: level('note'),
        carried: level('carried'),
      },
      issues: firstItems(issues, MAX_IMPORT_ENTRIES),
      changes: toDiffRows(current, body, MAX_IMPORT_ENTRIES),
    },
  };
}
