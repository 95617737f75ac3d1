import { useEffect, useState } from 'react';
import type { Json } from '#src/json/value.ts';
import { comparedText } from './compared-text.ts';
import { startComparison } from './start-comparison.ts';
import type { CompareResults } from './compare-texts.ts';

/** A finished comparison, with the documents it belongs to. */
export interface Comparison<K extends keyof CompareResults> {
  readonly before: Json;
  readonly after: Json;
  /** Undefined if the browser could not compare them. */
  readonly result: CompareResults[K] | undefined;
}

/**
 * Compares two documents without blocking the page. Undefined before the first result; while other documents are being
 * compared, the last result stays.
 */
export function useComparison<K extends keyof CompareResults>(
  kind: K,
  before: Json,
  after: Json,
): Comparison<K> | undefined {
  const [comparison, setComparison] = useState<Comparison<K>>();
  useEffect(() => {
    let isGone = false;
    const show = (result: CompareResults[K] | undefined) => {
      if (!isGone) setComparison({ before, after, result });
    };
    let stop: (() => void) | undefined;
    const run = async () => {
      const beforeText = await comparedText(kind, before);
      const afterText = await comparedText(kind, after);
      if (isGone) return undefined;
      const comparing = startComparison(kind, beforeText, afterText);
      ({ stop } = comparing);
      return comparing.result;
    };
    run().then(show, () => show(undefined));
    return () => {
      isGone = true;
      stop?.();
    };
  }, [kind, before, after]);
  return comparison;
}
