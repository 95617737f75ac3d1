import type { RuleId } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import type { Amounts } from './deployment-use.ts';

export const checkIds = [
  'node',
  'architecture',
  'devices',
  'cpu',
  'memory',
  'ports',
  'references',
  'quota',
  'name',
] as const;
export type CheckId = (typeof checkIds)[number];

/** The outcome of a check, with the values that it compared. */
export interface PreflightResult {
  readonly check: CheckId;
  readonly state: 'warning' | 'passed';
  readonly message: Text;
  /** Where the document can be changed. */
  readonly path: Path;
  /** The values of the target that the result is based on, as the service names them. */
  readonly evidence: readonly string[];
  /** Set if a rule reports the same at its field. */
  readonly rule?: RuleId;
  readonly meter?: Meter;
  /** The last change of the node's record. */
  readonly sinceMs?: number;
}

/** Requests against the capacity of a node. */
export interface Meter {
  readonly amount: keyof Amounts;
  /** Requested by other deployments; undefined if they could not be read. */
  readonly requested: number | undefined;
  /** Requested by this deployment. */
  readonly added: number;
  readonly capacity: number;
}
