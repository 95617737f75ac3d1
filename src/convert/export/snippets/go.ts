import type { ExportPlace } from '../request/export-request.ts';
import { addressParts } from './address.ts';
import { hasVariables, type BodyPiece } from './snippet-body.ts';

/** A Go program that needs no module. */
export function goSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  return [
    'package main',
    '',
    'import (',
    ...(hasVariables(pieces) ? ['\t"encoding/json"'] : []),
    '\t"fmt"',
    '\t"io"',
    '\t"net/http"',
    '\t"os"',
    '\t"strings"',
    ')',
    '',
    ...(hasVariables(pieces) ? jsonStringFunction : []),
    'func main() {',
    `\tbody := ${goBody(pieces)}`,
    `\taddress := ${address(place)}`,
    '\trequest, err := http.NewRequest(http.MethodPost, address, strings.NewReader(body))',
    ...exitOnError,
    '\trequest.Header.Set("Content-Type", "application/json")',
    '\trequest.Header.Set("X-Auth-Token", os.Getenv("IEF_TOKEN"))',
    ...instanceLines(place),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...exitOnError,
    '\tdefer response.Body.Close()',
    '\tanswer, err := io.ReadAll(response.Body)',
    ...exitOnError,
    '\tfmt.Println(response.Status)',
    '\tfmt.Println(string(answer))',
    '\tif response.StatusCode >= 300 {',
    '\t\tos.Exit(1)',
    '\t}',
    '}',
    '',
  ].join('\n');
}

/** Ends the program with the error of the line before. */
export const exitOnError = [
  '\tif err != nil {',
  '\t\tfmt.Fprintln(os.Stderr, err)',
  '\t\tos.Exit(1)',
  '\t}',
];

/** A function that writes a text as JSON. */
export const jsonStringFunction = [
  'func jsonString(text string) string {',
  '\tquoted, err := json.Marshal(text)',
  ...exitOnError,
  '\treturn string(quoted)',
  '}',
  '',
];

function instanceLines({ instanceId }: ExportPlace): readonly string[] {
  if (instanceId === undefined)
    return [
      '\tif id := os.Getenv("IEF_INSTANCE_ID"); id != "" {',
      '\t\trequest.Header.Set("ief-instance-id", id)',
      '\t}',
    ];
  return instanceId === ''
    ? []
    : [`\trequest.Header.Set("ief-instance-id", ${JSON.stringify(instanceId)})`];
}

function address(place: ExportPlace): string {
  return addressParts(place)
    .map((part) =>
      'variable' in part ? `os.Getenv("${part.variable}")` : JSON.stringify(part.text),
    )
    .join(' + ');
}

/** The body as an expression. */
export function goBody(pieces: readonly BodyPiece[]): string {
  return pieces.map(bodyPiece).join(' + ');
}

function bodyPiece(piece: BodyPiece): string {
  return 'variable' in piece
    ? `jsonString(${piece.prefix && `${JSON.stringify(piece.prefix)}+`}os.Getenv("${piece.variable}"))`
    : rawGoText(piece.text);
}

/** A raw string holds everything except a backtick, and source text must not hold a byte order mark. */
export function rawGoText(text: string): string {
  const parts = text.split(/([`\uFEFF])/);
  return parts
    .map((part) =>
      part === '`' ? '"`"' : part === '\uFEFF' ? String.raw`"\ufeff"` : `\`${part}\``,
    )
    .filter((part) => part !== '``')
    .join(' + ');
}
