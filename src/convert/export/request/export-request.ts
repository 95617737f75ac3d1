import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import type { Account } from '#src/convert/report/ledger.ts';

/** The notations that a document can be exported to, with their names on the page. */
export const exportKinds = {
  json: { en: 'JSON', zh: 'JSON' },
  curl: { en: 'curl', zh: 'curl' },
  powershell: { en: 'PowerShell', zh: 'PowerShell' },
  python: { en: 'Python', zh: 'Python' },
  'python-sdk': { en: 'Python with the SDK', zh: 'Python（SDK）' },
  go: { en: 'Go', zh: 'Go' },
  'go-sdk': { en: 'Go with the SDK', zh: 'Go（SDK）' },
  kubernetes: { en: 'Kubernetes', zh: 'Kubernetes' },
  compose: { en: 'Compose file', zh: 'Compose 文件' },
  'docker-run': { en: 'docker run', zh: 'docker run 命令' },
} as const satisfies Record<string, Text>;

export type ExportKind = keyof typeof exportKinds;

/** Where a snippet sends its request. What is absent becomes an environment variable, as credentials always do. */
export interface ExportPlace {
  /** With the scheme. */
  readonly endpoint?: string;
  readonly projectId?: string;
  /** Empty for the professional edition, which has none. */
  readonly instanceId?: string;
}

/** Treatment of values that look like secrets. */
export type SecretHandling = 'keep' | 'omit' | 'variable';

export interface ExportRequest {
  readonly document: Json;
  readonly to: ExportKind;
  readonly place?: ExportPlace;
  /** `keep` unless given. */
  readonly secrets?: SecretHandling;
  /** The line of a value in the input, by JSON pointer; that of the document's text unless given. */
  readonly lineOf?: (pointer: string) => number | undefined;
}

/** The text of an export. Notations that cannot hold every value have a report. */
export interface Exported {
  readonly text: string;
  readonly account?: Account;
}
