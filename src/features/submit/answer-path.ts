import type { Path } from '#src/document/path.ts';

/**
 * The path at the head of an answer such as `deployment.template.containers[0].name: ...`, for leading the
 * person to the field. Undefined where the message begins with something else.
 */
export function pathInAnswer(message: string): Path | undefined {
  const head = /^([A-Za-z_$][\w.[\]-]*): /.exec(message)?.[1];
  if (head === undefined || head === '$') return undefined;
  return head
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && part !== '$')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
