/** A project ID as short as it can still be told from others by eye; the whole of it stands in accessible names. */
export function shortProject(id: string): string {
  return id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
}
