import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { getLocation } from 'jsonc-parser';
import { existsIn, type FieldSpec, type GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Key } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';

/** Where the API defines a field. */
export function fieldSource({ table }: FieldSpec): Text {
  return table === undefined
    ? { en: 'API Explorer', zh: 'API Explorer' }
    : { en: `Table ${table} of the API page`, zh: `API 文档表 ${table}` };
}

/** The facts that completion needs about the document. */
export interface CompletionFacts {
  readonly root: GroupSpec;
  readonly generation: Generation;
  /** The last document that the text was. */
  readonly read: () => Json;
  readonly translate: (text: Text) => string;
}

/** Longer texts are completed only on request: finding the place takes time on every key. */
const MAX_AUTOMATIC = 300_000;

/** Completes keys from the field specs, and values of choices and switches. */
export function createCompletionSource(facts: CompletionFacts) {
  return (context: CompletionContext): CompletionResult | null => {
    const { state, pos, explicit } = context;
    const word = context.matchBefore(/"?[\w.-]*/);
    if (!explicit && (word === null || word.from === word.to)) return null;
    if (!explicit && pos > MAX_AUTOMATIC) return null;
    const { path, isAtPropertyKey } = getLocation(state.sliceDoc(0, pos), pos);
    const options = isAtPropertyKey
      ? keyOptions(facts, path.slice(0, -1))
      : valueOptions(facts, path);
    if (options.length === 0) return null;
    return { from: word?.from ?? pos, options, validFor: /^"?[\w.-]*$/ };
  };
}

function keyOptions(
  { root, generation, read, translate }: CompletionFacts,
  path: readonly Key[],
): Completion[] {
  const spec = specAt(root, path);
  if (spec?.kind !== 'group') return [];
  const present = asObject(getIn(read(), path));
  return Object.entries(spec.fields)
    .filter(([key, field]) => existsIn(field, generation) && !Object.hasOwn(present, key))
    .map(([key, field]) => ({
      // With its quotes, so that it matches what is typed.
      label: `"${key}"`,
      displayLabel: key,
      detail: translate(field.label),
      info: infoOf(field, translate),
      boost: field.required === true ? 1 : 0,
      apply: (view: EditorView, _completion: Completion, from: number, to: number) =>
        insertKey(view, key, field, from, to),
    }));
}

function infoOf(field: FieldSpec, translate: (text: Text) => string): string {
  const limit = 'limit' in field ? field.limit : undefined;
  return [field.help, limit, fieldSource(field)]
    .flatMap((text) => (text === undefined ? [] : [translate(text)]))
    .join('\n');
}

/** Inserts a key with the brackets of its value, and puts the cursor between them. */
function insertKey(
  view: EditorView,
  key: string,
  field: FieldSpec,
  from: number,
  to: number,
): void {
  const after = view.state.sliceDoc(to, to + 40);
  // The closing quote that was inserted with the opening one.
  const end = after.startsWith('"') ? to + 1 : to;
  const hasColon = /^"?\s*:/.test(after);
  const [open, close] = hasColon ? ['', ''] : brackets(field);
  const insert = `"${key}"${hasColon ? '' : ': '}${open}${close}`;
  view.dispatch({
    changes: { from, to: end, insert },
    selection: { anchor: from + insert.length - close.length },
    userEvent: 'input.complete',
  });
}

function brackets({ kind }: FieldSpec): readonly [string, string] {
  if (kind === 'group' || kind === 'entries') return ['{', '}'];
  if (kind === 'rows' || kind === 'strings') return ['[', ']'];
  return kind === 'integer' || kind === 'flag' ? ['', ''] : ['"', '"'];
}

function valueOptions(
  { root, generation, translate }: CompletionFacts,
  path: readonly Key[],
): Completion[] {
  const spec = specAt(root, path);
  if (spec?.kind === 'flag') return [{ label: 'true' }, { label: 'false' }];
  if (spec?.kind !== 'choice') return [];
  return spec.options
    .filter((option) => existsIn(option, generation))
    .map(({ value, label, help }) => ({
      label: `"${value}"`,
      displayLabel: value,
      ...(translate(label) !== value && { detail: translate(label) }),
      ...(help && { info: translate(help) }),
      apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
        const end = view.state.sliceDoc(to, to + 1) === '"' ? to + 1 : to;
        const insert = `"${value}"`;
        view.dispatch({
          changes: { from, to: end, insert },
          selection: { anchor: from + insert.length },
          userEvent: 'input.complete',
        });
      },
    }));
}
