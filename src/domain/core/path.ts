/** Where a value stands in a body: object keys and list indexes, outermost first; `[]` is the root. */
export type Path = readonly (string | number)[];

/**
 * A path as people and the mock write it: `deployment.template.containers[0].name`.
 * The root is `$`. A key that is no plain identifier is written in brackets: `$["a.b"].c`.
 */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_][\w$-]*$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  if (text === '') return '$';
  return text.startsWith('[') ? `$${text}` : text;
}
