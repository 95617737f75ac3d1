import type { Path } from '#src/json/path.ts';
import { MAX_TAGS } from '#src/domain/deployment/fields/deployment.fields.ts';
import { tagKey, tagValue } from '#src/domain/deployment/fields/patterns.ts';
import type { Ledger } from '../report/ledger.ts';
import type { DraftObject } from '../report/carry.ts';
import { entriesOf, textOf, type SourceNode } from '../source/source.ts';

/** Labels as tags, as far as they fit (table 17). Two sources with the same label make one tag. */
export function mapLabels(
  ledger: Ledger,
  sources: readonly (SourceNode | undefined)[],
  to: Path,
): DraftObject[] {
  const tags = new Map<string, { readonly index: number; readonly value: string }>();
  for (const [key, source] of sources.flatMap(entriesOf)) {
    const value = textOf(source);
    if (value === undefined) continue;
    const known = tags.get(key);
    if (known === undefined && (tags.size >= MAX_TAGS || !fits(key, value))) continue;
    if (known !== undefined && known.value !== value) continue;
    const index = known?.index ?? tags.size;
    tags.set(key, { index, value });
    ledger.carry(source, [...to, index]);
  }
  return [...tags].map(([key, { value }]) => ({ key, value }));
}

function fits(key: string, value: string): boolean {
  return (
    key.length <= 36 && value.length <= 43 && tagKey.regex.test(key) && tagValue.regex.test(value)
  );
}
