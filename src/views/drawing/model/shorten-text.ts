/** Shortens a text in the middle to a width in columns. East Asian characters take two columns. */
export function shortenText(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const letters = [...text];
  let head = '';
  let tail = '';
  while (letters.length > 0) {
    const next = head.length <= tail.length ? letters.shift()! : letters.pop()!;
    const isHead = head.length <= tail.length;
    if (widthOf(head + tail + next) > columns - 1) break;
    if (isHead) head += next;
    else tail = next + tail;
  }
  return `${head}…${tail}`;
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : 1;
  return width;
}

function isWide(letter: string): boolean {
  return /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303F\uFF00-\uFF60]|\p{Emoji_Presentation}/u.test(
    letter,
  );
}
