/** The parts of the output of `helm install`, `upgrade` and `get all` that are not manifests. */
export interface HelmParts {
  /** The text with these parts blanked, so that every manifest keeps its place. */
  readonly manifests: string;
  /** Where `NAME:`, `STATUS:` and the other lines above the manifests begin. */
  readonly header?: number;
  readonly notes?: number;
}

const HEADER = /(?:[A-Z][A-Z ]*:[^\n]*\n)+/y;

/** Finds what Helm prints around manifests. */
export function findHelmParts(text: string): HelmParts {
  const notes = /^NOTES:[ \t]*\r?$/m.exec(text)?.index;
  const body = notes === undefined ? text : text.slice(0, notes);
  const header = headerOf(body);
  const manifests = header === undefined ? body : blankHeader(body, header);
  return {
    manifests,
    ...(header && { header: header.start }),
    ...(notes !== undefined && { notes }),
  };
}

interface Header {
  readonly start: number;
  readonly end: number;
}

/** The header begins with the name of the release; only comments may precede it. */
function headerOf(text: string): Header | undefined {
  const start = text.startsWith('NAME:') ? 0 : text.indexOf('\nNAME:') + 1;
  if (start === 0 && !text.startsWith('NAME:')) return undefined;
  const above = text.slice(0, start).split('\n');
  if (above.some((line) => line.trim() !== '' && !line.startsWith('#'))) return undefined;
  HEADER.lastIndex = start;
  const lines = HEADER.exec(text)?.[0] ?? '';
  if (!/^STATUS:/m.test(lines) || !/^REVISION:/m.test(lines)) return undefined;
  return { start, end: start + lines.length };
}

/** `MANIFEST:` follows the hooks, if there are any. */
function blankHeader(text: string, { start, end }: Header): string {
  const rest = text.slice(end).replace(/^MANIFEST:/m, (found) => ' '.repeat(found.length));
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + rest;
}
