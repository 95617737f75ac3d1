import { apiPageHref, tableInSource } from '#src/domain/api/api-page.ts';
import type { RuleId } from '#src/domain/core/issue.ts';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath, type Key } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { rules } from '../rule-list.ts';
import { ruleExamples } from './rule-examples.ts';

/** The text, source and examples of a rule; undefined for a number that is not in use. */
export function ruleHelpOf(id: RuleId): RuleHelp | undefined {
  const rule = rules.find((one) => one.id === id);
  const example = ruleExamples[id];
  if (rule === undefined || example === undefined) return undefined;
  const { title, basis, severity, generation } = rule;
  const { context } = example;
  const table = tableInSource(rule.source);
  return {
    id,
    title,
    source: sourceWords(rule.source, table),
    ...(table !== undefined && {
      sourceHref: { en: apiPageHref(table, 'en'), zh: apiPageHref(table, 'zh') },
    }),
    basis,
    severity,
    ...differingParts(example.broken, example.corrected),
    ...(context.edition === 'platinum' && { edition: context.edition }),
    ...((generation ?? context.generation) !== undefined && {
      generation: generation ?? context.generation,
    }),
    dependsOnTarget: context.facts !== undefined,
  };
}

/** The sources that have a Chinese name. */
const chineseSources: Readonly<Record<string, string>> = {
  'user manual': '用户指南',
  'tag service': '标签管理服务',
  'image reference grammar': '镜像地址语法',
};

/** The source of a rule in both languages. */
function sourceWords(source: string, table = tableInSource(source)): Text {
  if (table !== undefined) return { en: `table ${table}`, zh: `表 ${table}` };
  return { en: source, zh: chineseSources[source] ?? source };
}

/** Only the part of two bodies that differs, with its path. */
function differingParts(
  broken: Json,
  corrected: Json,
): Pick<RuleHelp, 'path' | 'broken' | 'corrected'> {
  const path: Key[] = [];
  let [bad, good] = [broken, corrected];
  for (let next = onlyDifference(bad, good); next !== undefined; next = onlyDifference(bad, good)) {
    path.push(next);
    bad = (bad as JsonObject)[next]!;
    good = (good as JsonObject)[next]!;
  }
  const differing = keysOf(bad).concat(keysOf(good));
  return {
    path: formatPath(path),
    broken: print(onlyKeys(bad, good, differing)),
    corrected: print(onlyKeys(good, bad, differing)),
  };
}

/** The key of the only member that differs, if both are objects or lists, or anything else leads nowhere. */
function onlyDifference(bad: Json, good: Json): Key | undefined {
  const areLists = isJsonList(bad) && isJsonList(good) && bad.length === good.length;
  const areObjects = isJsonObject(bad) && isJsonObject(good);
  if (!areLists && !areObjects) return undefined;
  const keys = [...new Set([...keysOf(bad), ...keysOf(good)])];
  const differing = keys.filter((key) => !isSameJson(memberOf(bad, key), memberOf(good, key)));
  const [first, ...others] = differing;
  if (first === undefined || others.length > 0) return undefined;
  const [badMember, goodMember] = [memberOf(bad, first), memberOf(good, first)];
  const isContainer = (value: Json | undefined) => isJsonList(value) || isJsonObject(value);
  // A leaf is shown with its key, so the object around it is the last step.
  if (!isContainer(badMember) || !isContainer(goodMember)) return undefined;
  if (isJsonList(badMember) !== isJsonList(goodMember)) return undefined;
  return areLists ? Number(first) : first;
}

function keysOf(value: Json): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function memberOf(value: Json, key: string): Json | undefined {
  return Object.hasOwn(Object(value) as object, key) ? (value as JsonObject)[key] : undefined;
}

/** The members that differ, and the short ones around them, which show what they belong to. */
function onlyKeys(one: Json, other: Json, keys: readonly string[]): Json {
  if (!isJsonObject(one) || !isJsonObject(other)) return one;
  const isShown = (key: string) =>
    !isSameJson(memberOf(one, key), memberOf(other, key)) || typeof one[key] !== 'object';
  return Object.fromEntries(
    [...new Set(keys)]
      .filter((key) => Object.hasOwn(one, key) && isShown(key))
      .map((key) => [key, one[key]!]),
  );
}

function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Longer texts are cut: R33 is about 65,536 characters. */
const MAX_TEXT = 60;

function print(value: Json): string {
  const cut = (_key: string, member: unknown) =>
    typeof member === 'string' && member.length > MAX_TEXT
      ? `${member.slice(0, MAX_TEXT / 2)}… (${member.length})`
      : member;
  return JSON.stringify(value, cut, 2);
}
