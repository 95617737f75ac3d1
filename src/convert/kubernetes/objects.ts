import { entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';

/** One object of the manifests. */
export interface KubernetesObject {
  readonly kind: string;
  readonly name: string;
  readonly source: SourceNode;
}

/** The kinds that become a deployment. */
export const workloadKinds: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
]);

/** True for a document with a kind and an API version, as every manifest has. */
export function isManifest(source: SourceNode): boolean {
  return (
    textOf(entry(source, 'kind')) !== undefined && textOf(entry(source, 'apiVersion')) !== undefined
  );
}

/** The objects of a document: those in a List, or the document itself. */
export function listObjects(source: SourceNode): readonly KubernetesObject[] {
  const kind = textOf(entry(source, 'kind')) ?? '';
  if (kind.endsWith('List') && entry(source, 'items') !== undefined)
    return itemsOf(entry(source, 'items')).flatMap(listObjects);
  const generated = textOf(entryAt(source, 'metadata', 'generateName'))?.replace(/-$/, '');
  const name = textOf(entryAt(source, 'metadata', 'name')) ?? generated ?? '';
  return [{ kind, name, source }];
}
