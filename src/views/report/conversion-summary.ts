import type { Entry, Level } from '#src/convert/report/ledger.ts';
import type { Kind } from '#src/convert/request/kinds.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { FirstItems } from '../first-items.ts';

/** The report of a conversion by level, with its totals. */
export interface ConversionSummary {
  readonly kind: Kind;
  /** The number of values that were carried or changed, out of `values`. */
  readonly carried: number;
  readonly values: number;
  readonly report: Readonly<Record<Level, FirstItems<Entry>>>;
}

/** The levels in display order: lost values first. */
export const levels = ['lost', 'changed', 'note', 'carried'] as const satisfies readonly Level[];

export const levelNames: Readonly<Record<Level, Text>> = {
  lost: { en: 'Lost', zh: '丢失' },
  changed: { en: 'Changed', zh: '有改动' },
  note: { en: 'Notes', zh: '提示' },
  carried: { en: 'Carried unchanged', zh: '原样保留' },
};

/** The totals in a sentence. */
export function carriedSentence({
  carried,
  values,
}: Pick<ConversionSummary, 'carried' | 'values'>): Text {
  return {
    en: `Carried ${carried} of ${values} values`,
    zh: `已保留 ${carried} 个值（共 ${values} 个）`,
  };
}

/** The report as text, with a line for each entry. */
export function reportText(summary: ConversionSummary, translate: (text: Text) => string): string {
  const lines = levels.flatMap((level) => {
    const { items, count } = summary.report[level];
    const listed = items.map(
      ({ file, line, source, path, message }) =>
        `${level}\t${file ? `${file}:` : ''}${line}\t${source}\t${path ?? '-'}\t${translate(message)}`,
    );
    return count > items.length ? [...listed, `${level}\t… ${count - items.length}`] : listed;
  });
  return [translate(carriedSentence(summary)), ...lines].join('\n');
}
