import type { FieldSpec } from '#src/domain/core/field.ts';
import type { Text } from '#src/domain/core/text.ts';

/** The quiet words under a control: what it is for, then its limits, as sentences of one paragraph. */
export function helpOf(spec: FieldSpec, say: (text: Text) => string): string | undefined {
  const limit = 'limit' in spec && spec.limit ? say(spec.limit) : undefined;
  const help = spec.help && say(spec.help);
  if (help === undefined || limit === undefined) return help ?? limit;
  return `${help} ${limit}${/[.。"\\]$/.test(limit) ? '' : /\p{Script=Han}/u.test(limit) ? '。' : '.'}`;
}
