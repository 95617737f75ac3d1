/**
 * How well a word matches a text: 0 for not at all. A start of the text is better than the start of a word, that is
 * better than a part of a word, and that is better than letters in the same order (`envvar` for “Environment variables”).
 */
export function matchText(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at === 0) return word.length === text.length ? 120 : 100;
  if (at > 0) return hasWordStart(text, word) ? 80 : 60;
  return 40 * inOrder(text, word);
}

function hasWordStart(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isWordStart(text, at)) return true;
  return false;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}

/** The share of letters that are found in order at the start of a word or next to each other; 0 if one is missing. */
function inOrder(text: string, word: string): number {
  let at = -1;
  let good = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (next === at + 1 || isWordStart(text, next)) good++;
    at = next;
  }
  // Scattered letters are no match: almost any long text contains them.
  const share = good / word.length;
  return share > 0.6 ? share : 0;
}
