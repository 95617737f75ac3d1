import { splitImage } from './image-reference.ts';

/** Names of architectures in tags, repositories, and node records, with the names that Go and registries use. */
const names: Readonly<Record<string, string>> = {
  ...named('amd64', 'amd64', 'x86_64', 'x64'),
  ...named('arm64', 'arm64', 'aarch64', 'arm64v8'),
  ...named('arm', 'arm', 'arm32', 'armhf', 'armv6', 'armv6l', 'armv7', 'armv7l', 'armv7hf'),
  ...named('arm', 'arm32v5', 'arm32v6', 'arm32v7'),
  ...named('386', '386', 'i386', 'i686', 'x86'),
  ...named('ppc64le', 'ppc64le'),
  ...named('s390x', 's390x'),
  ...named('riscv64', 'riscv64'),
  ...named('mips64le', 'mips64le'),
  ...named('loong64', 'loong64', 'loongarch64'),
};

function named(architecture: string, ...all: string[]): Record<string, string> {
  return Object.fromEntries(all.map((name) => [name, architecture]));
}

/** Architectures that also run programs of another one. */
const alsoRuns: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

/** The canonical name of an architecture; unknown names are returned in lower case. */
function architectureOf(name: string): string {
  return known(name) ?? name.toLowerCase();
}

/** True if a node of one architecture runs programs built for another. */
export function runsOn(node: string, image: string): boolean {
  const own = architectureOf(node);
  const other = architectureOf(image);
  return own === other || alsoRuns[own] === other;
}

/**
 * The architectures that an image reference names: in Docker's prefixes (`arm64v8/nginx`), in the first or last word of the
 * tag, or in the last word of the repository (`1.0-arm64`, `pause-amd64`). Empty for most images, which support several.
 */
export function architecturesIn(image: string): readonly string[] {
  const { repository, tag = '' } = splitImage(image);
  const components = repository.split('/');
  const last = components.pop() ?? '';
  const found = [
    ...components.map((component) => prefix(component)),
    // A repository named just `arm` or `x86` does not count, only a suffix does.
    lastWord(last),
    known(tag),
    firstWord(tag),
    lastWord(tag),
  ];
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** Only prefixes with a digit, because an organization may be named `arm`. */
function prefix(component: string): string | undefined {
  return /\d/.test(component) ? known(component) : undefined;
}

function firstWord(text: string): string | undefined {
  const [, word] = /^(x86[_-]64|[A-Za-z0-9]+)[-_.]/.exec(text) ?? [];
  return word === undefined ? undefined : known(word.replace('-', '_'));
}

function lastWord(text: string): string | undefined {
  const start = Math.max(text.lastIndexOf('-'), text.lastIndexOf('_'), text.lastIndexOf('.'));
  if (/x86[-_]64$/i.test(text)) return text.length > 6 ? 'amd64' : undefined;
  return start <= 0 ? undefined : known(text.slice(start + 1));
}

function known(name: string): string | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}
