import { convert, type Conversion } from '#src/convert/convert.ts';
import type { ConvertRequest } from '#src/convert/request/kinds.ts';
import { asWritten, type Level } from '#src/convert/report/ledger.ts';
import type { Refusal } from '#src/convert/source/refusal.ts';
import type { Context } from '#src/domain/core/context.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { putEnv, type EnvTarget } from '#src/convert/env/put-env.ts';
import type { Text } from '#src/domain/core/text.ts';
import { getIn } from '#src/json/get-in.ts';
import { toPointer } from '#src/json/path.ts';
import { asList, asObject, type Json } from '#src/json/value.ts';
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
  /** The container of the current document that gets the variables of a .env text; absent for a new document. */
  readonly env?: EnvTarget;
}

/** A line of a .env text as it was understood. */
export interface EnvLine {
  readonly line: number;
  /** The name of the variable, or the text of a line that sets none. */
  readonly name: string;
  /** Undefined if the line has no effect. */
  readonly value?: string;
  readonly note?: Text;
}

/** The steps of an import, in order. */
export const importStages = ['reading', 'checking', 'comparing'] as const;
export type ImportStage = (typeof importStages)[number];

/** The result of an import, before anything is changed. */
export interface ImportResult
  extends ConversionSummary, Pick<Conversion, 'body' | 'choices' | 'variables'> {
  readonly issues: FirstItems<Issue>;
  readonly changes: FirstItems<DiffRow>;
  /** Of a .env text. */
  readonly envLines?: FirstItems<EnvLine>;
}

export type ImportOutcome = { readonly refusal: Refusal } | { readonly result: ImportResult };

/** The most members of a list that the page receives: more would block it. */
export const MAX_IMPORT_ENTRIES = 2000;

/** Converts a text, checks the result and compares it with the current document. Runs in a worker. */
export function runImport(
  { convert: request, context, current, env }: ImportRequest,
  onStage: (stage: ImportStage) => void,
): ImportOutcome {
  onStage('reading');
  const conversion = convert(request);
  if ('refusal' in conversion) return conversion;
  const envLines = conversion.kind === 'env' ? readLines(conversion) : undefined;
  const { kind, body, carried, values, choices, variables, report } =
    conversion.kind === 'env' && env ? putInto(conversion, current, env) : conversion;
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
      ...(envLines && { envLines: firstItems(envLines, MAX_IMPORT_ENTRIES) }),
    },
  };
}

const ENVS = ['deployment', 'template', 'containers', 0, 'envs'];

/** The conversion with its variables in a container of the current document, and the report with their new paths. */
function putInto(conversion: Conversion, current: Json, target: EnvTarget): Conversion {
  const put = putEnv(current, getIn(conversion.body, ENVS) ?? [], target);
  if (put === undefined) return conversion;
  const pointers = new Map(
    put.paths.map((path, at) => [toPointer([...ENVS, at, 'value']), toPointer([...path, 'value'])]),
  );
  const report = conversion.report.map((entry) => {
    const path = entry.path === null ? undefined : pointers.get(entry.path);
    return path === undefined ? entry : { ...entry, path };
  });
  return { ...conversion, body: put.body, report };
}

/** The lines of a .env text, in order. */
function readLines({ body, report }: Conversion): EnvLine[] {
  const envs = asList(getIn(body, ENVS));
  const values = new Map(
    envs.map((row, at) => [toPointer([...ENVS, at, 'value']), asObject(row).value]),
  );
  const lines = report
    .filter(({ level }) => level !== 'note')
    .map(({ line, source, path, message }): EnvLine => {
      const value = path === null ? undefined : values.get(path);
      const note = noteOf(message);
      return {
        line,
        name: source,
        ...(typeof value === 'string' && { value }),
        ...(note && { note }),
      };
    });
  return lines.sort((a, b) => a.line - b.line);
}

/** The message without the value, which the line shows itself. */
function noteOf({ en, zh }: Text): Text | undefined {
  const note = {
    en: en.slice(en.lastIndexOf('”: ') + 1).replace(/^: /, ''),
    zh: zh.slice(zh.lastIndexOf('”：') + 1).replace(/^：/, ''),
  };
  return note.en === asWritten.en ? undefined : note;
}
