import { documentText } from '#src/document/document-text.ts';
import type { MarkedDocument, SecretVariable } from '../request/secret-marks.ts';

/** The text of a request body, in pieces: texts, and variables whose value belongs between them as a JSON string. */
export type BodyPiece = { readonly text: string } | SecretVariable;

/** The text of a body, split where a variable takes the place of a secret. */
export function bodyPieces({ document, variables }: MarkedDocument): readonly BodyPiece[] {
  const pieces: BodyPiece[] = [];
  let text = '';
  for (const [index, part] of documentText(document)
    .split(/"(@+\d+@+)"/)
    .entries()) {
    const variable = index % 2 === 1 ? variables.get(part) : undefined;
    if (variable === undefined) text += index % 2 === 1 ? `"${part}"` : part;
    else {
      pieces.push({ text }, variable);
      text = '';
    }
  }
  return [...pieces, { text }];
}

/** True if a body has variables. */
export function hasVariables(pieces: readonly BodyPiece[]): boolean {
  return pieces.some((piece) => 'variable' in piece);
}
