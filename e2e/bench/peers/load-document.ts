/** Loads the document named in the URL, such as `/?document=20x50`. */
export async function loadDocument(): Promise<unknown> {
  const name = new URLSearchParams(location.search).get('document');
  const answer = await fetch(`/documents/${name}.json`);
  if (!answer.ok) throw new Error(`unknown document ${name}`);
  return answer.json();
}
