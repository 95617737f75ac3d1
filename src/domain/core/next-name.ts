/** The next name that is not in `taken`, at most `maxLength` long: `web-2` after `web`, `web-3` after `web-2`. */
export function nextName(name: string, taken: ReadonlySet<string>, maxLength: number): string {
  const [, stem = name, digits] = /^(.*?)-(\d{1,6})$/.exec(name) ?? [];
  for (let number = Number(digits ?? 1) + 1; ; number++) {
    const ending = `-${number}`;
    const free = `${stem.slice(0, maxLength - ending.length).replace(/(?<!-)-+$/, '')}${ending}`;
    if (!taken.has(free)) return free;
  }
}
