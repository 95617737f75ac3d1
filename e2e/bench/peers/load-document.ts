/** The document that the address names, such as `/?document=20x50`. */
export async function loadDocument(): Promise<unknown> {
  const name = new URLSearchParams(location.search).get('document');
  const answer = await fetch(`/documents/${name}.json`);
  if (!answer.ok) throw new Error(`there is no document ${name}`);
  return answer.json();
}
