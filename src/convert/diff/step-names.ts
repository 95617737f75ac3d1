import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import { asObject, isJsonList, type Json } from '#src/json/value.ts';
import { diffDocuments, type Change } from './diff-documents.ts';
import {
  lastRow,
  lowerFirst,
  nameOwnRow,
  namePath,
  nameRow,
  ofOwner,
  rowOwner,
} from './path-names.ts';
import { identityKeyOf } from './row-identity.ts';
import { joinText } from './sentence-parts.ts';

/** The name of the step from one document to the next: `Changed image of web`. */
export function nameStep(before: Json, after: Json): Text {
  const changes = diffDocuments(before, after).map(onlyPart);
  const [first] = changes;
  if (first === undefined)
    return JSON.stringify(before) === JSON.stringify(after)
      ? { en: 'Changed nothing in the end', zh: '最终未作更改' }
      : { en: 'Changed the order of keys', zh: '调整键的顺序' };
  if (changes.length === 1) return plain(nameChange(first, before, after));
  return plain(nameChanges(changes, after));
}

function nameChange(change: Change, before: Json, after: Json): Text {
  const { path, kind } = change;
  if (path.length === 0) return { en: 'Replaced the document', zh: '替换整份文档' };
  const document = kind === 'removed' ? before : after;
  if (kind === 'moved') return act('moved', nameRow(document, path));
  if (kind === 'changed' && isNameOfRow(change)) {
    const row = nameRow(before, change.otherPath.slice(0, -1));
    const to = String(change.after);
    return act('renamed', { en: `${row.en} to ${to}`, zh: joinText(row.zh, '为', to) });
  }
  return nameMember(change, document) ?? nameValue(change, document);
}

type ValueChange = Exclude<Change, { kind: 'moved' }>;

/** Rows or entries that were added to a list or removed from it. */
function nameMember(change: ValueChange, document: Json): Text | undefined {
  const { path, kind } = change;
  if (kind === 'changed') return undefined;
  const value = kind === 'added' ? change.after : change.before;
  if (isJsonList(value) && isRowList(path)) return actOnRows(kind, value.length, document, path);
  if (lastRow(path) === path.length)
    return actOnMember(kind, nameOwnRow(document, path), rowOwner(document, path));
  if (specAt(deploymentGroup, path.slice(0, -1))?.kind !== 'strings') return undefined;
  const { field, owner } = namePath(document, path);
  return actOnMember(kind, field, owner);
}

function nameValue(change: ValueChange, document: Json): Text {
  const { path, kind } = change;
  const end = lastRow(path);
  if (end === path.length) return act('changed', nameRow(document, path));
  if (end === path.length - 1 && isValueOfRow(path))
    return act('changed', nameRow(document, path.slice(0, -1)));
  const { field, owner, spec } = namePath(document, path);
  const subject = ofOwner(field, owner);
  if (kind === 'removed') return act('removed', subject);
  if (spec?.kind === 'flag' && typeof change.after === 'boolean')
    return act(change.after ? 'switchedOn' : 'switchedOff', subject);
  return act(kind === 'added' && typeof change.after !== 'object' ? 'set' : kind, subject);
}

/** Several changes: rows of one list, one row, or the document. */
function nameChanges(changes: readonly Change[], after: Json): Text {
  const count = changes.length;
  const [first] = changes;
  const { path, kind } = first!;
  const listPath = path.slice(0, -1);
  const isOneList =
    isRowList(listPath) &&
    kind !== 'changed' &&
    changes.every((one) => one.kind === kind && isSamePath(one.path.slice(0, -1), listPath));
  if (isOneList) return actOnRows(kind, count, after, listPath);
  const common = commonPath(
    changes.map((one) => (one.kind === 'removed' ? one.otherPath : one.path)),
  );
  const end = lastRow(common);
  const owner = end === 0 ? undefined : nameRow(after, common.slice(0, end), true);
  return {
    en: `Changed ${count} values${owner === undefined ? '' : ` of ${owner.en}`}`,
    zh: owner === undefined ? `修改 ${count} 处` : joinText('修改', owner.zh, `的 ${count} 处`),
  };
}

const verbs = {
  added: { en: 'Added', zh: '新增' },
  removed: { en: 'Removed', zh: '删除' },
  changed: { en: 'Changed', zh: '修改' },
  set: { en: 'Set', zh: '设置' },
  moved: { en: 'Moved', zh: '移动' },
  renamed: { en: 'Renamed', zh: '重命名' },
  switchedOn: { en: 'Switched on', zh: '开启' },
  switchedOff: { en: 'Switched off', zh: '关闭' },
} as const;

function act(verb: keyof typeof verbs, object: Text): Text {
  return {
    en: `${verbs[verb].en} ${lowerFirst(object).en}`,
    zh: joinText(verbs[verb].zh, object.zh),
  };
}

/** `Added variable LEVEL to web`, `Removed variable LEVEL from web`. */
function actOnMember(kind: Change['kind'], own: Text, owner: Text | undefined): Text {
  const { en } = act(kind, own);
  const word = kind === 'added' ? 'to' : kind === 'removed' ? 'from' : 'of';
  return {
    en: owner === undefined ? en : `${en} ${word} ${owner.en}`,
    zh: joinText(verbs[kind].zh, ofOwner(own, owner).zh),
  };
}

/** `Added 3 environment variables to web`. */
function actOnRows(kind: Change['kind'], count: number, document: Json, listPath: Path): Text {
  const { field, owner } = namePath(document, listPath);
  const label = lowerFirst(field);
  const rows = { en: `${count} ${label.en}`, zh: joinText(`${count} 项`, label.zh) };
  return actOnMember(kind, rows, owner);
}

/** The part of an added or removed value that matters: the only member of a new object or list. */
function onlyPart(change: Change): Change {
  if (change.kind !== 'added' && change.kind !== 'removed') return change;
  const { path, otherPath } = change;
  const value = change.kind === 'added' ? change.after : change.before;
  const isRow = lastRow(path) === path.length;
  if (isRow || typeof value !== 'object' || value === null) return change;
  const [member, ...others] = Object.entries(value);
  if (member === undefined || others.length > 0) return change;
  const key = isJsonList(value) ? 0 : member[0];
  const part: Json = member[1];
  const place = {
    path: [...path, key],
    pointer: toPointer([...path, key]),
    otherPath: [...otherPath, key],
  };
  return onlyPart(
    change.kind === 'added'
      ? { kind: 'added', ...place, after: part }
      : { kind: 'removed', ...place, before: part },
  );
}

function isRowList(path: Path): boolean {
  return specAt(deploymentGroup, path)?.kind === 'rows';
}

/** A value or reference, which is all that a variable or tag has. */
function isValueOfRow(path: Path): boolean {
  return path.at(-1) === 'value' || path.at(-1) === 'value_from';
}

/** True if the changed value is the name of its row, which had one before. */
function isNameOfRow({ path, before, after }: Extract<Change, { kind: 'changed' }>): boolean {
  const key = String(path.at(-1));
  return (
    path.length > 1 &&
    lastRow(path) === path.length - 1 &&
    identityKeyOf(asObject({ [key]: after })) === key &&
    before !== ''
  );
}

function commonPath(paths: readonly Path[]): Path {
  const [first = [], ...others] = paths;
  let length = first.length;
  for (const path of others) {
    const differs = first.slice(0, length).findIndex((key, index) => key !== path[index]);
    if (differs >= 0) length = differs;
  }
  return first.slice(0, length);
}

function isSamePath(a: Path, b: Path): boolean {
  return toPointer(a) === toPointer(b);
}

/** Step names are short: names of rows have no quotation marks. */
function plain({ en, zh }: Text): Text {
  return { en: en.replaceAll(/[“”]/g, ''), zh: joinText(...zh.split(/[“”]/)) };
}
