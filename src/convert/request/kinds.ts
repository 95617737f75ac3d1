import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';

/** The notations that can be converted, with their names on the page. */
export const kinds = {
  ief: { en: 'IEF body', zh: 'IEF 请求体' },
  kubernetes: { en: 'Kubernetes', zh: 'Kubernetes' },
  compose: { en: 'Compose file', zh: 'Compose 文件' },
  'docker-run': { en: 'docker run', zh: 'docker run 命令' },
  'docker-inspect': { en: 'docker inspect', zh: 'docker inspect 输出' },
  curl: { en: 'curl command', zh: 'curl 命令' },
  env: { en: '.env file', zh: '.env 文件' },
} as const satisfies Record<string, Text>;

export type Kind = keyof typeof kinds;

/** A file given with the input, such as an env file. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface ConvertRequest {
  readonly text: string;
  /** The name of its file, without the folder. */
  readonly fileName?: string;
  /** `auto` unless given. */
  readonly from?: Kind | 'auto';
  /** The services, workloads or deployments to convert if the input has several. */
  readonly names?: readonly string[];
  /** Files that the input may refer to. */
  readonly files?: readonly NamedText[];
  /** Values for the variables of a compose file. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The syntax of a .env text; that of compose unless given. */
  readonly dialect?: 'docker' | 'compose';
  /** Professional unless given. */
  readonly edition?: Edition;
  /** 2024-04 unless given. */
  readonly generation?: Generation;
}
