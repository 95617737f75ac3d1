import { deploymentsIn } from './ief/shape.ts';
import type { Kind } from './request/kinds.ts';
import { listObjects, isManifest } from './kubernetes/objects.ts';
import { entriesOf, entry, itemsOf, type SourceNode } from './source/source.ts';

/** The kind of a text that is neither JSON nor YAML. */
export function detectText(text: string): 'docker-run' | 'curl' | 'env' | undefined {
  const lines = firstLines(text);
  const [first = ''] = lines;
  const isAssignment =
    /^(?:export\s+|set\s+)?[A-Za-z_][\w.-]*\s*=(?!.*\s(?:docker|podman|nerdctl|curl)\s)/.test(
      first,
    );
  if (/^(?:---|- |[\w."'-]+:(?:\s|$))/.test(first)) return undefined;
  // A value of a .env file may contain such a command.
  if (isAssignment && lines.every((line) => ASSIGNMENT.test(line))) return 'env';
  for (const line of lines) {
    if (RUN.test(line)) return 'docker-run';
    if (CURL.test(line)) return 'curl';
  }
  return isAssignment ? 'env' : undefined;
}

const ASSIGNMENT = /^(?:export\s+|set\s+)?[A-Za-z_][\w.-]*\s*=/;
const PROMPT = String.raw`^(?:[$>%]\s+|PS [^>]*>\s*|[A-Z]:\\[^>]*>\s*)?(?:\w+=\S*\s+)*(?:sudo\s+(?:-\S+\s+)*)?`;
const RUN = new RegExp(
  `${PROMPT}(?:\\S*/)?(?:docker|podman|nerdctl)(?:\\.exe)?\\s(?:[^;|&]*\\s)?(?:run|create)(?:\\s|$)`,
);
const CURL = new RegExp(`(?:${PROMPT}(?:\\S*/)?|\\|\\s*)curl(?:\\.exe)?\\s`);

/** The first lines except blank ones and comments; continued lines are joined. */
function firstLines(text: string): string[] {
  return text
    .slice(0, 20_000)
    .replaceAll(/[\\^`][ \t]*\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The kind of a JSON or YAML text, by its documents. */
export function detectDocuments(documents: readonly SourceNode[]): Kind | undefined {
  if (documents.flatMap(listObjects).some(({ source }) => isManifest(source))) return 'kubernetes';
  const [first] = documents;
  if (first === undefined) return undefined;
  if (isInspected(first)) return 'docker-inspect';
  if (isCompose(first)) return 'compose';
  return deploymentsIn(first).length > 0 ? 'ief' : undefined;
}

function isInspected(source: SourceNode): boolean {
  const one = source.kind === 'list' ? itemsOf(source)[0] : source;
  return entry(one, 'Config')?.kind === 'object' && entry(one, 'HostConfig') !== undefined;
}

/** A file with `services`, or one of the first version, where the services are the keys. */
function isCompose(source: SourceNode): boolean {
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
