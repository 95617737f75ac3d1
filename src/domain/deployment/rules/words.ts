import { visibly } from '#src/domain/core/characters.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { PlacedContainer } from './body.ts';
import { at, isFilled } from './read.ts';

/** Longest part of a value that a message repeats, in code points: a name can be thousands of characters long. */
const SHOWN = 40;

/** A value as a message repeats it: whole if short, else its beginning; what cannot be seen by its code. */
export function shown(text: string): string {
  // A code point takes at most two units, so this part holds enough of them; one cut in half falls off below.
  const points = Array.from(text.slice(0, 2 * SHOWN + 2));
  const part = points.slice(0, SHOWN).map(visibly).join('');
  return points.length <= SHOWN ? part : `${part}…`;
}

/** How a message calls a container: by its name, or by its place (from 1) while it has none. */
export function containerName({ container, list, index }: PlacedContainer): Text {
  const isInit = list === 'init_containers';
  const en = isInit ? 'init container' : 'container';
  const zh = isInit ? 'init容器' : '容器';
  const name = at(container, 'name');
  if (isFilled(name)) return { en: `${en} "${shown(name)}"`, zh: `${zh}“${shown(name)}”` };
  return { en: `${en} ${index + 1}`, zh: `第${index + 1}个${zh}` };
}
