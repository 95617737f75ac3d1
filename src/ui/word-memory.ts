import type { Translate } from './words.ts';

/** More than all words of the page with the numbers of a long list; what a document names is in some, so that there is an end. */
const MOST = 4000;

/**
 * The same as `t`, which looks a key up and fills its gaps in anew each time (a tenth of drawing a list of rows): here
 * once for a key and what is filled in. What is filled in with something else than texts and numbers is not remembered.
 */
export function rememberWords(t: Translate): Translate {
  const known = new Map<string, string>();
  const remembered = (key: string, gaps?: object) => {
    const name = nameOf(key, gaps);
    if (name === undefined) return plain(t)(key, gaps);
    let words = known.get(name);
    if (words === undefined) {
      words = plain(t)(key, gaps);
      if (known.size >= MOST) known.clear();
      known.set(name, words);
    }
    return words;
  };
  return remembered as unknown as Translate;
}

/** Without the types of the keys, of which there are hundreds. */
function plain(t: Translate): (key: string, gaps?: object) => string {
  return t as unknown as (key: string, gaps?: object) => string;
}

function nameOf(key: string, gaps: object | undefined): string | undefined {
  if (gaps === undefined) return key;
  const parts: unknown[] = [key];
  for (const [gap, filling] of Object.entries(gaps)) {
    if (typeof filling !== 'string' && typeof filling !== 'number') return undefined;
    parts.push(gap, filling);
  }
  return JSON.stringify(parts);
}
