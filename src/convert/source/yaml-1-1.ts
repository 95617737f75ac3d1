import type { Text } from '#src/domain/core/text.ts';
import type { Leaf } from './source.ts';

/** Warns about an unquoted scalar that YAML 1.1 programs read differently. */
export function yamlSurprise({ path, text, isUnquoted }: Leaf): Text | undefined {
  // Modes are read as octal in any case.
  if (isUnquoted !== true || path.at(-1) === 'defaultMode') return undefined;
  const other = otherReading(text);
  if (other === undefined) return undefined;
  return {
    en: `${text} has no quotes: it is read as written, but YAML 1.1 programs read ${other.en}.`,
    zh: `${text} 没有引号：此处按原文读取，但 YAML 1.1 程序会读作${other.zh}。`,
  };
}

function otherReading(text: string): Text | undefined {
  if (/^(?:y|yes|on)$/i.test(text)) return { en: 'true', zh: ' true' };
  if (/^(?:n|no|off)$/i.test(text)) return { en: 'false', zh: ' false' };
  if (/^[-+]?0[0-7]+$/.test(text)) return same(Number.parseInt(text, 8));
  if (/^[-+]?\d+(?::[0-5]?\d)+$/.test(text)) return same(sexagesimal(text));
  if (/^[-+]?\d[\d_]*_\d[\d_]*$/.test(text)) return same(Number(text.replaceAll('_', '')));
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$/.test(text)) return { en: 'a date', zh: '日期' };
  return undefined;
}

function same(number: number): Text {
  return { en: String(number), zh: ` ${number}` };
}

function sexagesimal(text: string): number {
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
