import type { FieldSpec, RowsSpec, StringsSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { getIn } from '#src/json/get-in.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { joinText, inQuotes } from './sentence-parts.ts';
import { identityOf } from './row-identity.ts';

/** The words for a path: `Image` of `“web”`, `CPU (limits)` of `“web”`. */
export interface PathName {
  /** The spec of the value; undefined for a key that the API does not define. */
  readonly spec: FieldSpec | undefined;
  /** The value itself, without the rows that contain it. */
  readonly field: Text;
  /** The rows that contain it, innermost first: `variable “A” of “web”`; undefined outside of rows. */
  readonly owner: Text | undefined;
}

/** Groups that a sentence leaves out, because the name of the field is clear without them. */
const silent: ReadonlySet<string> = new Set([
  'deployment',
  'template',
  'configs',
  'resources',
  'http_get',
  'exec',
  'host_port_range',
  'value_from',
]);

/** Names the value at a path of a document. */
export function namePath(document: Json, path: Path): PathName {
  const rowEnd = lastRow(path.slice(0, -1));
  const owner = rowEnd === 0 ? undefined : nameRow(document, path.slice(0, rowEnd), true);
  const rest = path.slice(rowEnd);
  const spec = specAt(deploymentGroup, path);
  if (spec === undefined) return { spec, owner, field: code(formatPath(rest)) };
  if (spec.kind === 'strings' && typeof path.at(-1) === 'number')
    return { spec, owner, field: numbered(spec, Number(path.at(-1))) };
  if (spec.kind === 'entries') return { spec, owner, field: code(formatPath(rest)) };
  return { spec, owner, field: withGroup(path, rowEnd, spec) };
}

/** `Container “web”`, `Variable “A” of “web”`, `Port 80 of “web”`. As an owner, a container is just `“web”`. */
export function nameRow(document: Json, path: Path, asOwner = false): Text {
  return ofOwner(nameOwnRow(document, path, asOwner), rowOwner(document, path));
}

/** A row without the rows that contain it: `Variable “A”`. */
export function nameOwnRow(document: Json, path: Path, asOwner = false): Text {
  const { noun, isContainer } = nounOf(specAt(deploymentGroup, path.slice(0, -1)));
  const name = rowName(document, path, noun, asOwner && isContainer);
  return asOwner ? lowerFirst(name) : name;
}

/** The row that contains a row; undefined if there is none. */
export function rowOwner(document: Json, path: Path): Text | undefined {
  const end = lastRow(path.slice(0, -1));
  return end === 0 ? undefined : nameRow(document, path.slice(0, end), true);
}

/** `Image of “web”`; in Chinese the owner comes first. */
export function ofOwner(field: Text, owner: Text | undefined): Text {
  if (owner === undefined) return field;
  return { en: `${field.en} of ${owner.en}`, zh: joinText(owner.zh, '的', field.zh) };
}

/** The index after the last row index of a path; 0 if the path is not in a row. */
export function lastRow(path: Path): number {
  for (let end = path.length; end > 0; end--)
    if (
      typeof path[end - 1] === 'number' &&
      isRows(specAt(deploymentGroup, path.slice(0, end - 1)))
    )
      return end;
  return 0;
}

function isRows(spec: FieldSpec | undefined): spec is RowsSpec {
  return spec?.kind === 'rows';
}

function nounOf(list: FieldSpec | undefined): { noun: Text; isContainer: boolean } {
  if (!isRows(list)) return { noun: { en: 'Row', zh: '行' }, isContainer: false };
  return { noun: list.item, isContainer: list.row.name === 'ContainerDef' };
}

function rowName(document: Json, path: Path, noun: Text, nameOnly: boolean): Text {
  const identity = identityOf(getIn(document, path) ?? null);
  if (identity === undefined) {
    const number = Number(path.at(-1)) + 1;
    return { en: `${noun.en} ${number}`, zh: joinText('第', String(number), '个', noun.zh) };
  }
  const name = typeof identity === 'number' ? String(identity) : inQuotes(identity);
  if (nameOnly) return { en: name, zh: name };
  return { en: `${noun.en} ${name}`, zh: joinText(noun.zh, name) };
}

function numbered({ item }: StringsSpec, index: number): Text {
  return { en: `${item.en} ${index + 1}`, zh: joinText('第', String(index + 1), '个', item.zh) };
}

/** `CPU (limits)`, `Port (liveness probe)`. */
function withGroup(path: Path, from: number, spec: FieldSpec): Text {
  for (let end = from + 1; end < path.length; end++) {
    const key = path[end - 1];
    const group = specAt(deploymentGroup, path.slice(0, end));
    if (typeof key !== 'string' || silent.has(key) || group?.kind !== 'group') continue;
    return {
      en: `${spec.label.en} (${lowerFirst(group.label).en})`,
      zh: `${spec.label.zh}（${group.label.zh}）`,
    };
  }
  return spec.label;
}

function code(text: string): Text {
  return { en: inQuotes(text), zh: inQuotes(text) };
}

/** Lower case for the middle of a sentence, except abbreviations. */
export function lowerFirst({ en, zh }: Text): Text {
  return { en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en, zh };
}
