/** The names that commands on the node can contain. */
export interface CommandFacts {
  readonly podName: string;
  /** Empty if not known, like the others. */
  readonly image: string;
  /** Host of the image store. */
  readonly registry: string;
  /** Host of the object store behind it; only the vendor's image store has one. */
  readonly objectStore: string;
  readonly containerId: string;
}

export function commandFacts(
  podName: string,
  container: { readonly image: string; readonly containerId: string } | undefined,
): CommandFacts {
  const image = container?.image ?? '';
  const registry = registryOf(image);
  return {
    podName: shellWord(podName),
    image: shellWord(image),
    registry: shellWord(registry),
    objectStore: registry.startsWith('swr.') ? shellWord(`obs.${registry.slice(4)}`) : '',
    containerId: container?.containerId ?? '',
  };
}

/** The host of an image; empty for an image of the default store, as the container engine decides. */
function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  if (rest.length === 0) return '';
  return first.includes('.') || first.includes(':') || first === 'localhost' ? first : '';
}

/** A text from the service as one word of a POSIX shell. */
function shellWord(text: string): string {
  if (text === '' || /^[\w./:@-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Container IDs name their engine: `docker://4f8a…`, `containerd://4f8a…`. */
export function logsOf(containerId: string): string {
  const [engine = '', id = containerId] = containerId.split('://');
  const tool = engine === 'containerd' || engine === 'cri-o' ? 'crictl' : 'docker';
  return `${tool} logs --tail 200 ${shellWord(id)}`;
}
