/** A name that table 7 allows: lower-case letters and digits, at most 63, and not in use. */
export function volumeName(wanted: string, used: Set<string>): string {
  const plain =
    wanted
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 56) || 'volume';
  let name = plain;
  for (let index = 2; used.has(name); index++) name = `${plain}${index}`;
  used.add(name);
  return name;
}
