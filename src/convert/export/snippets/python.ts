import type { ExportPlace } from '../request/export-request.ts';
import { addressParts } from './address.ts';
import { hasVariables, type BodyPiece } from './snippet-body.ts';

/** A Python 3 script that needs no package. */
export function pythonSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  const { instanceId } = place;
  return [
    ...(hasVariables(pieces) ? ['import json'] : []),
    'import os',
    'import sys',
    'import urllib.error',
    'import urllib.request',
    '',
    `body = ${pythonBody(pieces)}`,
    '',
    'headers = {',
    '    "Content-Type": "application/json",',
    '    "X-Auth-Token": os.environ["IEF_TOKEN"],',
    ...(instanceId ? [`    "ief-instance-id": ${pythonText(instanceId)},`] : []),
    '}',
    ...(instanceId === undefined
      ? [
          'if os.environ.get("IEF_INSTANCE_ID"):',
          '    headers["ief-instance-id"] = os.environ["IEF_INSTANCE_ID"]',
        ]
      : []),
    'request = urllib.request.Request(',
    `    ${address(place)},`,
    '    data=body.encode("utf-8"),',
    '    headers=headers,',
    '    method="POST",',
    ')',
    'try:',
    '    with urllib.request.urlopen(request) as response:',
    '        print(response.read().decode("utf-8"))',
    'except urllib.error.HTTPError as error:',
    "    sys.exit(f\"{error.code} {error.read().decode('utf-8', 'replace')}\")",
    '',
  ].join('\n');
}

/** A JSON string is a Python string with the same value. */
export function pythonText(text: string): string {
  return JSON.stringify(text);
}

function address(place: ExportPlace): string {
  return addressParts(place)
    .map((part) => ('variable' in part ? `os.environ["${part.variable}"]` : pythonText(part.text)))
    .join(' + ');
}

/** The body as an expression. */
export function pythonBody(pieces: readonly BodyPiece[]): string {
  return pieces.map(bodyPiece).join(' + ');
}

/** JSON never has three double quotes in a row, and in a raw string its backslashes stay as they are. */
function bodyPiece(piece: BodyPiece): string {
  return 'variable' in piece
    ? `json.dumps(${piece.prefix && `${pythonText(piece.prefix)} + `}os.environ["${piece.variable}"])`
    : `r"""\n${piece.text}\n""".strip()`;
}
