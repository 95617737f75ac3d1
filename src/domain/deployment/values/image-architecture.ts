import { splitImage } from './image-reference.ts';

/** Names of architectures in tags, repositories and node records, by the name Go and registries use. */
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

/** Architectures whose machines also run programs of another one. */
const alsoRuns: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

/** One name for an architecture, however it is written; what is unknown stays as it is. */
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
 * The architectures an image is built for, as far as its reference tells: Docker's own prefixes (`arm64v8/nginx`), and
 * the first or last word of a tag or the last of a repository (`1.0-arm64`, `pause-amd64`). Empty where it tells nothing,
 * as of most images, which are built for several.
 */
export function architecturesIn(image: string): readonly string[] {
  const { repository, tag = '' } = splitImage(image);
  const components = repository.split('/');
  const last = components.pop() ?? '';
  const found = [
    ...components.map((component) => prefix(component)),
    // A repository called `arm` or `x86` alone is a name, so only what is joined to one counts.
    lastWord(last),
    known(tag),
    firstWord(tag),
    lastWord(tag),
  ];
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** Only whole prefixes with a version or a word size: an organisation may be called `arm`. */
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
