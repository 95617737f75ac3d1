import { documentText } from '#src/document/document-text.ts';
import type { MarkedDocument, SecretVariable } from '../request/secret-marks.ts';

/** The text of a request body, in pieces: texts, and variables whose value belongs between them as a JSON string. */
export type BodyPiece = { readonly text: string } | SecretVariable;

/** The text of a body, split where a variable takes the place of a secret. */
export function bodyPieces({ document, variables }: MarkedDocument): readonly BodyPiece[] {
  const pieces: BodyPiece[] = [];
  let rest = documentText(document);
  // Marks are in the order of the text.
  for (const [mark, variable] of variables) {
    const quoted = `"${mark}"`;
    const index = rest.indexOf(quoted);
    if (index < 0) continue;
    pieces.push({ text: rest.slice(0, index) }, variable);
    rest = rest.slice(index + quoted.length);
  }
  return [...pieces, { text: rest }];
}

/** True if a body has variables. */
export function hasVariables(pieces: readonly BodyPiece[]): boolean {
  return pieces.some((piece) => 'variable' in piece);
}
