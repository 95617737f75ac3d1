import { readEnv, type EnvEntry } from '../env/read-env.ts';
import type { NamedText } from '../request/kinds.ts';
import { createLeaf, type Leaf } from '../source/source.ts';
import { readDockerEnv } from '../env/read-docker-env.ts';

/** A variable of an env file, as a value of the input. */
export interface EnvLeaf {
  readonly name: string;
  readonly value: string;
  readonly leaf: Leaf;
}

/** The file that a name refers to: the one with the same name, or otherwise with the same last part. */
export function findFile(files: readonly NamedText[], wanted: string): NamedText | undefined {
  const same = files.find(({ name }) => name === wanted);
  return same ?? files.find(({ name }) => lastPart(name) === lastPart(wanted));
}

function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/** The variables of an env file in one of the two dialects. */
export function readEnvFile(file: NamedText, dialect: 'docker' | 'compose'): readonly EnvLeaf[] {
  const { entries } = dialect === 'docker' ? readDockerEnv(file.text) : readEnv(file.text);
  return entries.map((entry: EnvEntry) => {
    const leaf = createLeaf([entry.name], entry.line, entry.value, entry.value);
    return {
      name: entry.name,
      value: entry.value,
      leaf: { ...leaf, file: file.name, ...referenceCaveat(entry) },
    };
  });
}

function referenceCaveat({ notes }: EnvEntry) {
  if (!notes.includes('reference')) return undefined;
  return {
    caveat: {
      en: 'it refers to another variable, which was not replaced.',
      zh: '其中引用了其他变量，未替换。',
    },
  };
}
