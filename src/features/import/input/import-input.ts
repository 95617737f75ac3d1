import type { NamedText } from '#src/convert/request/kinds.ts';

/** The user's input: a text and files. */
export interface ImportInput {
  readonly text: string;
  /** The file that the text comes from; undefined for pasted text. */
  readonly fileName?: string | undefined;
  /** Env files that the text may refer to. */
  readonly files: readonly NamedText[];
  /** Files that could not be read. */
  readonly problems: readonly FileProblem[];
}

export interface FileProblem {
  readonly kind: 'tooLarge' | 'notText';
  readonly name: string;
}

export const emptyInput: ImportInput = { text: '', files: [], problems: [] };

/** The largest text that any notation may have (MAX_YAML_BYTES of `convert`); UTF-16 takes twice as many bytes. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Adds files to an input. The last file that is not an env file becomes the text. Env files accompany the text; without
 * any text, an env file becomes the text itself.
 */
export async function addFiles(
  input: ImportInput,
  files: readonly Pick<File, 'name' | 'size' | 'arrayBuffer'>[],
): Promise<ImportInput> {
  const texts: NamedText[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    const text = file.size > MAX_BYTES ? undefined : decode(await file.arrayBuffer());
    if (text !== undefined) texts.push({ name: file.name, text });
    else problems.push({ kind: file.size > MAX_BYTES ? 'tooLarge' : 'notText', name: file.name });
  }
  const main = texts.filter(({ name }) => !isEnvFile(name)).at(-1);
  const hasText = main !== undefined || input.text.trim() !== '';
  const [firstEnv] = texts;
  if (!hasText && firstEnv !== undefined)
    return { text: firstEnv.text, fileName: firstEnv.name, files: texts.slice(1), problems };
  const env = texts.filter(({ name }) => isEnvFile(name));
  const names = new Set(env.map(({ name }) => name));
  return {
    text: main?.text ?? input.text,
    fileName: main?.name ?? input.fileName,
    files: [...input.files.filter(({ name }) => !names.has(name)), ...env],
    problems,
  };
}

/** `.env`, `prod.env`, `.env.local`. */
function isEnvFile(name: string): boolean {
  return /(?:^|\.)env(?:\.|$)/i.test(name);
}

/** UTF-8, or UTF-16 with a byte order mark, as PowerShell redirects output. Undefined for anything else. */
function decode(bytes: ArrayBuffer): string | undefined {
  const [first, second] = new Uint8Array(bytes);
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
