import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import type { Path } from '#src/json/path.ts';
import { asObject, isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { diffDocuments, type Change } from './diff-documents.ts';
import { lastRow, nameOwnRow, namePath, nameRow, ofOwner, rowOwner } from './path-names.ts';
import { identityKeyOf, identityOf } from './row-identity.ts';
import { joinText, inQuotes, valueText } from './sentence-parts.ts';

/** The most names that a sentence lists. */
const MAX_NAMES = 5;

/** A change, and the sentence that describes it. */
export interface DescribedChange {
  readonly change: Change;
  readonly sentence: Text;
}

/** All changes between two bodies, in sentences. */
export function describeChanges(before: Json, after: Json): readonly DescribedChange[] {
  return diffDocuments(before, after).map((change) => ({
    change,
    sentence: changeSentence(change, before, after),
  }));
}

/**
 * A change of a body in one sentence: `Image of “web” changed from “a:1” to “a:2”.` `before` and `after` are the whole
 * bodies, which supply the names of rows.
 */
export function changeSentence(change: Change, before: Json, after: Json): Text {
  const { path } = change;
  if (path.length === 0) return { en: 'The whole document changed.', zh: '整份文档已更改。' };
  const document = change.kind === 'removed' ? before : after;
  if (change.kind === 'moved') return movedSentence(change, document);
  if (lastRow(path) === path.length) return rowSentence(change, document);
  const rename = renameSentence(change, after);
  return rename ?? valueSentence(change, document);
}

function movedSentence({ path, from }: Extract<Change, { kind: 'moved' }>, document: Json): Text {
  const row = nameRow(document, path);
  const to = Number(path.at(-1)) + 1;
  return {
    en: `${row.en} moved from place ${from + 1} to ${to}.`,
    zh: joinText(row.zh, `从第 ${from + 1} 位移到第 ${to} 位。`),
  };
}

/** A row that was added or removed, or a row that is no object. */
function rowSentence(change: Exclude<Change, { kind: 'moved' }>, document: Json): Text {
  const { path, kind } = change;
  if (kind === 'changed') return valueSentence(change, document);
  const own = nameOwnRow(document, path);
  const owner = rowOwner(document, path);
  const zh = `${ofOwner(own, owner).zh}。`;
  const place = (word: string) => (owner === undefined ? '' : ` ${word} ${owner.en}`);
  return kind === 'added'
    ? { en: `${own.en} added${place('to')}.`, zh: joinText('新增', zh) }
    : { en: `${own.en} removed${place('from')}.`, zh: joinText('删除', zh) };
}

/** `Container “web” renamed to “app”.` */
function renameSentence(change: Change, after: Json): Text | undefined {
  const { path } = change;
  const end = lastRow(path);
  if (change.kind !== 'changed' || end !== path.length - 1) return undefined;
  const { before: oldName, after: newName } = change;
  const isName = identityKeyOf({ [String(path.at(-1))]: newName }) === path.at(-1);
  if (!isName || !isFilled(oldName)) return undefined;
  // The name before, in the place of the row.
  const list = specAt(deploymentGroup, path.slice(0, end - 1));
  if (list?.kind !== 'rows') return undefined;
  const owner = rowOwner(after, path.slice(0, end));
  const isPort = path.at(-1) === 'container_port';
  const old = isPort ? String(oldName) : inQuotes(String(oldName));
  const row = ofOwner({ en: `${list.item.en} ${old}`, zh: joinText(list.item.zh, old) }, owner);
  if (isPort)
    return { en: `${row.en} changed to ${newName}.`, zh: joinText(row.zh, '改为', `${newName}。`) };
  const next = inQuotes(String(newName));
  return { en: `${row.en} renamed to ${next}.`, zh: joinText(row.zh, '更名为', `${next}。`) };
}

function valueSentence(change: Exclude<Change, { kind: 'moved' }>, document: Json): Text {
  const { path, kind } = change;
  const source = kind === 'removed' ? undefined : referenceSentence(path, change.after, document);
  if (source !== undefined) return source;
  const name = namePath(document, path);
  const subject =
    isVariableValue(path) && kind !== 'removed'
      ? nameRow(document, path.slice(0, -1))
      : ofOwner(name.field, name.owner);
  if (kind === 'removed') {
    if (isStringsMember(name.spec, path)) return memberSentence(change, document, name.spec);
    return { en: `${subject.en} removed.`, zh: joinText('删除', `${subject.zh}。`) };
  }
  const { spec } = name;
  if (kind === 'added' && isStringsMember(spec, path))
    return memberSentence(change, document, spec);
  if (spec?.kind === 'flag' && typeof change.after === 'boolean')
    return switched(subject, change.after);
  const isNew = kind === 'added' || !isFilled(change.before);
  if (isNew && isGroup(change.after, spec)) return addedGroup(subject, change.after);
  if (isGroup(change.after, spec))
    return { en: `${subject.en} changed.`, zh: joinText(subject.zh, '已更改。') };
  const to = valueText(change.after, spec);
  if (isNew)
    return { en: `${subject.en} set to ${to.en}.`, zh: joinText(subject.zh, '设为', `${to.zh}。`) };
  const from = valueText((change as { before: Json }).before, spec);
  return {
    en: `${subject.en} changed from ${from.en} to ${to.en}.`,
    zh: joinText(subject.zh, '由', from.zh, '改为', `${to.zh}。`),
  };
}

/** `Argument “-v” added to “web”.` */
function memberSentence(
  change: Exclude<Change, { kind: 'moved' }>,
  document: Json,
  spec: Extract<FieldSpec, { kind: 'strings' }>,
): Text {
  const { owner } = namePath(document, change.path);
  const value = valueText('after' in change ? change.after : change.before, spec).en;
  const member = { en: `${spec.item.en} ${value}`, zh: joinText(spec.item.zh, value) };
  const zh = `${ofOwner(member, owner).zh}。`;
  const place = (word: string) => (owner === undefined ? '' : ` ${word} ${owner.en}`);
  return change.kind === 'removed'
    ? { en: `${member.en} removed${place('from')}.`, zh: joinText('删除', zh) }
    : { en: `${member.en} added${place('to')}.`, zh: joinText('新增', zh) };
}

/** `Variable “A” of “web” reads key “k” of configmap “c”.` */
function referenceSentence(path: Path, value: Json, document: Json): Text | undefined {
  if (path.at(-1) !== 'value_from' || lastRow(path) !== path.length - 1) return undefined;
  const { configmap, secret } = asObject(value);
  const { name, key } = asObject(configmap ?? secret);
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  const row = nameRow(document, path.slice(0, -1));
  const kind = configmap ? { en: 'configmap', zh: '配置项' } : { en: 'secret', zh: '密钥' };
  return {
    en: `${row.en} reads key ${inQuotes(key)} of ${kind.en} ${inQuotes(name)}.`,
    zh: joinText(row.zh, '取自', kind.zh, inQuotes(name), '的键', `${inQuotes(key)}。`),
  };
}

/** A new object, or a new list with the names of its rows. */
function addedGroup(subject: Text, value: Json): Text {
  const rows = isJsonList(value) ? value : [];
  const names = rows.map(identityOf).filter((name) => name !== undefined);
  if (names.length === 0)
    return { en: `${subject.en} added.`, zh: joinText('新增', `${subject.zh}。`) };
  const shown = names.slice(0, MAX_NAMES).map((name) => inQuotes(String(name)));
  const more = rows.length - shown.length;
  return {
    en: `${subject.en} added: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    zh: `${joinText('新增', subject.zh)}：${shown.join('、')}${more > 0 ? `等 ${rows.length} 项` : ''}。`,
  };
}

function switched(subject: Text, isOn: boolean): Text {
  return isOn
    ? { en: `${subject.en} switched on.`, zh: joinText('开启', `${subject.zh}。`) }
    : { en: `${subject.en} switched off.`, zh: joinText('关闭', `${subject.zh}。`) };
}

/** The value of a variable or of a tag: the sentence names only the row. */
function isVariableValue(path: Path): boolean {
  return path.at(-1) === 'value' && lastRow(path) === path.length - 1;
}

function isStringsMember(
  spec: FieldSpec | undefined,
  path: Path,
): spec is Extract<FieldSpec, { kind: 'strings' }> {
  return spec?.kind === 'strings' && typeof path.at(-1) === 'number';
}

/** A value whose content a sentence does not list. */
function isGroup(value: Json, spec: FieldSpec | undefined): boolean {
  return (
    (isJsonObject(value) || isJsonList(value)) && spec !== undefined && spec.kind !== 'strings'
  );
}

function isFilled(value: Json): boolean {
  return value !== '' && value !== null && !(isJsonList(value) && value.length === 0);
}
