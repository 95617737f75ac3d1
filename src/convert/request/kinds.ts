import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';

/** The notations that can be converted, with what the page calls them. */
export const kinds = {
  ief: { en: 'IEF body', zh: 'IEF 请求体' },
  kubernetes: { en: 'Kubernetes', zh: 'Kubernetes' },
  compose: { en: 'Compose file', zh: 'Compose 文件' },
  'docker-run': { en: 'docker run', zh: 'docker run 命令' },
  'docker-inspect': { en: 'docker inspect', zh: 'docker inspect 输出' },
  curl: { en: 'curl command', zh: 'curl 命令' },
  env: { en: '.env file', zh: '.env 文件' },
} as const satisfies Record<string, Text>;

/** A notation. */
export type Kind = keyof typeof kinds;

/** A text given with the input, such as an env file. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What to convert, and how. */
export interface ConvertRequest {
  readonly text: string;
  /** The name of the file it came from, without its folder. */
  readonly fileName?: string;
  /** `auto` unless given. */
  readonly from?: Kind | 'auto';
  /** Names to take where the input has several: services, workloads, deployments of an answer. */
  readonly names?: readonly string[];
  /** Files that the input may refer to. */
  readonly files?: readonly NamedText[];
  /** Values for the variables of a compose file. */
  readonly variables?: Readonly<Record<string, string>>;
  /** How a .env text is read; compose unless given. */
  readonly dialect?: 'docker' | 'compose';
  /** Professional unless given. */
  readonly edition?: Edition;
  /** 2024-04 unless given. */
  readonly generation?: Generation;
}
