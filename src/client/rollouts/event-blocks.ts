/** An event of a stream. */
export interface StreamEvent {
  /** Empty if it has none. */
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Splits the text of an event stream into events. Comments are left out. */
export function createEventReader(): (chunk: string) => readonly StreamEvent[] {
  let rest = '';
  return (chunk) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    return blocks.flatMap(readBlock);
  };
}

function readBlock(block: string): StreamEvent[] {
  const fields = { id: '', event: 'message', data: '' };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    if (name !== 'id' && name !== 'event' && name !== 'data') continue;
    const value = line.slice(colon + 1);
    fields[name] = value.startsWith(' ') ? value.slice(1) : value;
  }
  return fields.data === '' ? [] : [fields];
}
