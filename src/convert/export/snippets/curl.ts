import type { ExportPlace } from '../request/export-request.ts';
import { quoteShell } from '../quoting/quote-shell.ts';
import { addressParts } from './address.ts';
import { hasVariables, type BodyPiece } from './snippet-body.ts';

/** Linux allows 128 KiB for one word of a command. */
const MAX_WORD = 100_000;

/**
 * A curl command for bash and other POSIX shells. A body that fits is a word of the command. Otherwise a function prints
 * it: a here-document inside `$(...)` breaks in the bash of macOS if it has a single quote.
 */
export function curlSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  const [first] = pieces;
  const plain = pieces.length === 1 && first !== undefined && 'text' in first ? first.text : '';
  if (plain !== '' && plain.length <= MAX_WORD && !plain.includes("'"))
    return `${command(place)} \\\n  --data-binary ${quoteShell(plain)}\n`;
  return [
    ...(hasVariables(pieces) ? [JSON_STRING] : []),
    bodyFunction(pieces),
    `printf '%s' "$(ief_body)" | ${command(place)} \\\n  --data-binary @-\n`,
  ].join('\n');
}

function command(place: ExportPlace): string {
  const { instanceId } = place;
  return [
    'curl --fail-with-body --request POST',
    address(place),
    `--header 'Content-Type: application/json'`,
    '--header "X-Auth-Token: $IEF_TOKEN"',
    // Curl leaves out a header without a value.
    ...(instanceId === undefined ? ['--header "ief-instance-id: ${IEF_INSTANCE_ID-}"'] : []),
    ...(instanceId ? [`--header ${quoteShell(`ief-instance-id: ${instanceId}`)}`] : []),
  ].join(' \\\n  ');
}

function address(place: ExportPlace): string {
  return addressParts(place)
    .map((part) => ('variable' in part ? `"$${part.variable}"` : quoteShell(part.text)))
    .join('');
}

/** Lines of JSON begin with a space, a bracket or a quote, never with the end mark. */
function bodyFunction(pieces: readonly BodyPiece[]): string {
  const lines = pieces.map((piece) =>
    'variable' in piece
      ? `json_string ${piece.prefix && quoteShell(piece.prefix)}"$${piece.variable}"`
      : `cat <<'IEF_BODY'\n${piece.text}\nIEF_BODY`,
  );
  return `ief_body() {\n${lines.join('\n')}\n}`;
}

const JSON_STRING = String.raw`json_string() {
  s=$1
  s=${'$'}{s//\\/\\\\}
  s=${'$'}{s//\"/\\\"}
  s=${'$'}{s//$'\n'/\\n}
  s=${'$'}{s//$'\r'/\\r}
  s=${'$'}{s//$'\t'/\\t}
  printf '"%s"' "$s"
}`;
