/** How much a key of a message is like a key of the API: 0 for not at all, 4 for the same. */
export function likeness(said: string, key: string): number {
  if (said === key) return 4;
  const a = plain(said);
  const b = plain(key);
  if (a === '' || b === '') return 0;
  if (a === b) return 3;
  if (singular(a) === singular(b)) return 2.5;
  // `image` for image_url, `env` for envs; the other way round a message would say more than the API has.
  if (a.length >= 3 && b.startsWith(a) && key.charAt(said.length) === '_') return 2;
  const slips = a.length >= 8 ? 2 : 1;
  if (a.length >= 5 && distance(a, b) <= slips) return 1;
  return 0;
}

/** True for what a program would call a field, and no word of a sentence: `hostPort`, `host_port`. */
export function isIdentifier(word: string): boolean {
  return /^[A-Za-z]\w*$/.test(word) && (word.includes('_') || /[a-z][A-Z]/.test(word));
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function singular(text: string): string {
  return text.endsWith('s') ? text.slice(0, -1) : text;
}

/** Letters to add, drop, change or swap with their neighbour to make one word the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
