import type { Text } from '../text.ts';

/** A character that looks like an ASCII character. */
export interface LookAlike {
  /** The ASCII text that it looks like. */
  readonly typed: string;
  /** Such as `full-width A`. */
  readonly name: Text;
}

/** Letters of other alphabets, each followed by the Latin letter it looks like. */
const cyrillic = pairs('аaАAВBсcСCԁdеeЕEНHһhіiІIјjЈJКKӏlМMоoОOрpРPԛqѕsЅSТTѵvԜWԝwхxХXуyУY');
const greek = pairs('αaΑAΒBΕEΗHιiΙIΚKΜMΝNνvοoΟOρpΡPΤTυuΥYΧXΖZ');

/** Punctuation that editors, chat programs, and Chinese keyboards use instead of ASCII. */
const marks: Readonly<Record<string, readonly [typed: string, en: string, zh: string]>> = {
  '\u2010': ['-', 'hyphen', '连字符'],
  '\u2011': ['-', 'non-breaking hyphen', '不间断连字符'],
  '\u2012': ['-', 'figure dash', '数字连字号'],
  '\u2013': ['-', 'en dash', '短破折号'],
  '\u2014': ['-', 'em dash', '长破折号'],
  '\u2015': ['-', 'horizontal bar', '水平线'],
  '\u2212': ['-', 'minus sign', '减号'],
  '\u2018': ["'", 'left single quotation mark', '左单引号'],
  '\u2019': ["'", 'right single quotation mark', '右单引号'],
  '\u201c': ['"', 'left double quotation mark', '左双引号'],
  '\u201d': ['"', 'right double quotation mark', '右双引号'],
  '\u2026': ['...', 'horizontal ellipsis', '省略号'],
  '\u2044': ['/', 'fraction slash', '分数斜线'],
  '\u2215': ['/', 'division slash', '除号斜线'],
  '\u2236': [':', 'ratio', '比号'],
  '\u3001': [',', 'ideographic comma', '顿号'],
  '\u3002': ['.', 'ideographic full stop', '中文句号'],
  '\u00b7': ['.', 'middle dot', '间隔号'],
};

/** The ASCII text that a character looks like; undefined if there is none. */
export function lookAlike(character: string): LookAlike | undefined {
  const code = character.codePointAt(0) ?? 0;
  // The full-width forms are in ASCII order.
  if (code >= 0xff01 && code <= 0xff5e) {
    const typed = String.fromCharCode(code - 0xff01 + 0x21);
    return { typed, name: { en: `full-width ${typed}`, zh: `全角 ${typed}` } };
  }
  const mark = marks[character];
  if (mark !== undefined) return { typed: mark[0], name: { en: mark[1], zh: mark[2] } };
  const fromCyrillic = cyrillic.get(character);
  if (fromCyrillic !== undefined)
    return { typed: fromCyrillic, name: { en: 'Cyrillic letter', zh: '西里尔字母' } };
  const fromGreek = greek.get(character);
  return fromGreek === undefined
    ? undefined
    : { typed: fromGreek, name: { en: 'Greek letter', zh: '希腊字母' } };
}

function pairs(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const characters = Array.from(text);
  for (let index = 0; index + 1 < characters.length; index += 2)
    found.set(characters[index]!, characters[index + 1]!);
  return found;
}
