/** A project ID short enough for a line, long enough to recognize. Accessible names hold the whole ID. */
export function abbreviateProjectId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
}
