import { findDeployments } from './ief/shape.ts';
import type { Kind } from './kinds.ts';
import { listObjects, isManifest } from './kubernetes/objects.ts';
import { entriesOf, entry, itemsOf, type Source } from './source/source.ts';

/** What a text is that is neither JSON nor YAML: a command, or lines of variables. */
export function detectText(text: string): 'docker-run' | 'curl' | 'env' | undefined {
  const line = firstLine(text);
  if (RUN.test(line)) return 'docker-run';
  if (CURL.test(line)) return 'curl';
  return /^(?:export\s+|set\s+)?[A-Za-z_][\w.-]*\s*=/.test(line) ? 'env' : undefined;
}

const PROMPT = String.raw`^(?:[$#>%]\s+|PS [^>]*>\s*)?(?:\w+=\S*\s+)*(?:sudo\s+(?:-\S+\s+)*)?`;
const RUN = new RegExp(
  `${PROMPT}(?:\\S*/)?(?:docker|podman|nerdctl)(?:\\.exe)?\\s(?:.*\\s)?(?:run|create)(?:\\s|$)`,
);
const CURL = new RegExp(`${PROMPT}(?:\\S*/)?curl(?:\\.exe)?\\s`);

/** The first line that is neither blank nor a comment, joined with the one after it if it goes on there. */
function firstLine(text: string): string {
  const start = /^(?:\s*(?:#(?!\s*docker\s)[^\n]*)?(?:\r?\n))*/.exec(text)?.[0].length ?? 0;
  return text
    .slice(start, start + 4000)
    .replaceAll(/[\\^`]\r?\n/g, ' ')
    .trimStart()
    .split('\n', 1)[0]!;
}

/** What the documents of a JSON or YAML text are. */
export function detectDocuments(documents: readonly Source[]): Kind | undefined {
  if (documents.flatMap(listObjects).some(({ source }) => isManifest(source))) return 'kubernetes';
  const [first] = documents;
  if (first === undefined) return undefined;
  if (isInspected(first)) return 'docker-inspect';
  if (isCompose(first)) return 'compose';
  return findDeployments(first).length > 0 ? 'ief' : undefined;
}

function isInspected(source: Source): boolean {
  const one = source.kind === 'list' ? itemsOf(source)[0] : source;
  return entry(one, 'Config')?.kind === 'object' && entry(one, 'HostConfig') !== undefined;
}

/** A file with `services`, or one of the first version, where the services are the keys. */
function isCompose(source: Source): boolean {
  if (entry(source, 'services')?.kind === 'object') return true;
  const services = entriesOf(source);
  return (
    services.length > 0 &&
    services.every(
      ([, service]) =>
        entry(service, 'image') !== undefined || entry(service, 'build') !== undefined,
    )
  );
}
