import type { ExportPlace } from '../request/export-request.ts';
import { addressParts } from './address.ts';
import type { BodyPiece } from './snippet-body.ts';

/** A text in single quotes. PowerShell takes curly single quotes for the straight one. */
export function quotePowerShell(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** A PowerShell script, for 5.1 and newer. It sends bytes, because 5.1 would send text as Latin-1. */
export function powershellSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  const { instanceId } = place;
  const headers = [
    `'X-Auth-Token' = $env:IEF_TOKEN`,
    ...(instanceId ? [`'ief-instance-id' = ${quotePowerShell(instanceId)}`] : []),
  ];
  return [
    `$body = ${pieces.map(bodyPiece).join(' + ')}`,
    `$headers = @{ ${headers.join('; ')} }`,
    ...(instanceId === undefined
      ? [`if ($env:IEF_INSTANCE_ID) { $headers['ief-instance-id'] = $env:IEF_INSTANCE_ID }`]
      : []),
    `$uri = ${address(place)}`,
    `Invoke-RestMethod -Method Post -Uri $uri -Headers $headers -ContentType 'application/json' \``,
    `  -Body ([System.Text.Encoding]::UTF8.GetBytes($body.Replace("\`r\`n", "\`n")))`,
    '',
  ].join('\n');
}

function address(place: ExportPlace): string {
  return addressParts(place)
    .map((part) => ('variable' in part ? `$env:${part.variable}` : quotePowerShell(part.text)))
    .join(' + ');
}

/** A here-string holds everything except a line that begins with a quote and `@`, which JSON never has. */
function bodyPiece(piece: BodyPiece): string {
  return 'variable' in piece
    ? `(ConvertTo-Json (${quotePowerShell(piece.prefix)} + $env:${piece.variable}))`
    : `@'\n${piece.text}\n'@`;
}
