import { documentText } from '#src/document/document-text.ts';
import type { Json } from '#src/json/value.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import type { CompareRequest } from './compare-texts.ts';

const texts = { rows: new WeakMap<object, string>(), edits: new WeakMap<object, string>() };

/**
 * The text of a document for the worker, made in a task of its own: that of 1 MiB takes half a frame. Only a text diff
 * needs the one with line breaks.
 */
export async function comparedText(kind: CompareRequest['kind'], document: Json): Promise<string> {
  const key = typeof document === 'object' && document !== null ? document : undefined;
  const known = key && texts[kind].get(key);
  if (known !== undefined) return known;
  await nextTask();
  const text = kind === 'rows' ? JSON.stringify(document) : documentText(document);
  if (key) texts[kind].set(key, text);
  return text;
}
