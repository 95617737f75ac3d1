/** Shortens an ID of a project or an instance for display. Accessible names contain the whole ID. */
export function abbreviateProjectId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
}
