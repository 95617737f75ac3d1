/** The secret in what a person pasted: the whole launch link, its fragment, or the secret alone. */
export function secretIn(text: string): string {
  const pasted = text.trim();
  const at = pasted.indexOf('#k=');
  return at < 0 ? pasted : pasted.slice(at + '#k='.length);
}
