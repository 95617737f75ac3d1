import { useEffect, useReducer } from 'react';
import { describeChanges } from '#src/convert/diff/change-sentences.ts';
import { nameStep } from '#src/convert/diff/step-names.ts';
import type { TimelineEntry } from '#src/document/history/timeline.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';

/** How long the page may be busy with names at once, milliseconds. */
const SLICE_MS = 8;

/** The change of a step. */
export interface NamedStep {
  readonly name: Text;
  /** The whole sentence with the values, if it is about one value. */
  readonly detail: Text | undefined;
}

/** Names by the later document and the earlier one. A step never changes. */
const known = new WeakMap<object, WeakMap<object, NamedStep>>();

/** The name of the step to a document; undefined until it is known. */
export function knownStep(before: Json, after: Json): NamedStep | undefined {
  return known.get(keyOf(after))?.get(keyOf(before));
}

/** Names the step to a document. */
export function namedStep(before: Json, after: Json): NamedStep {
  const found = knownStep(before, after);
  if (found !== undefined) return found;
  const [only, ...others] = describeChanges(before, after);
  const hasDetail = only?.change.kind === 'changed' && others.length === 0;
  const step = { name: nameStep(before, after), detail: hasDetail ? only.sentence : undefined };
  const byBefore = known.get(keyOf(after)) ?? new WeakMap<object, NamedStep>();
  known.set(keyOf(after), byBefore.set(keyOf(before), step));
  return step;
}

const noObject = {};

/** A document that is no object has no history worth naming: all of these share a key. */
function keyOf(document: Json): object {
  return typeof document === 'object' && document !== null ? document : noObject;
}

/** Names the steps to these entries in short tasks: thousands of rows take a while to compare. */
export function useStepNames(steps: readonly (readonly [TimelineEntry, TimelineEntry])[]): void {
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const next = steps.filter(([before, after]) => !knownStep(before.document, after.document));
    if (next.length === 0) return undefined;
    const timer = setTimeout(() => {
      const end = performance.now() + SLICE_MS;
      for (const [before, after] of next) {
        namedStep(before.document, after.document);
        if (performance.now() > end) break;
      }
      showMore();
    });
    return () => clearTimeout(timer);
  });
}
