/** The access secret in a pasted text: a launch link, the fragment of one, or the secret itself. */
export function extractSecret(text: string): string {
  const pasted = text.trim();
  const mark = pasted.indexOf('#k=');
  return mark < 0 ? pasted : pasted.slice(mark + '#k='.length);
}
