import { shown } from '#src/domain/core/characters/characters.ts';
import { fixWith } from '#src/domain/core/check/field-issue.ts';
import type { Complaint } from '#src/domain/core/issue.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { PlacedContainer } from './body-parts.ts';
import { isFilled } from './read.ts';

/** Names a container in a message: by its name, or by its position (from 1) if it has none. */
export function containerName({ container, list, index }: PlacedContainer): Text {
  const isInit = list === 'init_containers';
  const en = isInit ? 'init container' : 'container';
  const zh = isInit ? 'init 容器' : '容器';
  const name = getIn(container, ['name']);
  if (isFilled(name)) return { en: `${en} “${shown(name)}”`, zh: `${zh}“${shown(name)}”` };
  return { en: `${en} ${index + 1}`, zh: `第 ${index + 1} 个${isInit ? ' ' : ''}${zh}` };
}

/** A finding for a complaint, with a fix if the complaint suggests a value. */
export function findingOf(path: Path, { en, zh, suggestion }: Complaint): RuleFinding {
  const finding = { path, message: { en, zh } };
  return suggestion === undefined ? finding : { ...finding, fix: fixWith(path, suggestion) };
}
