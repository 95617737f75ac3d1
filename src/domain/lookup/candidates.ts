import { targetOf } from '#src/domain/api/target-of.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import type { DeploymentRecord, ListedDeployment } from './deployment-record.ts';

/** The maximum clock error beyond the known offset. */
const CLOCK_SLACK_MS = 60_000;

/** A create whose outcome is unknown. */
export interface SentCreate {
  /** The request body, as JSON text. */
  readonly body: string;
  /** In milliseconds since 1970, by the clock of this machine. */
  readonly sentAt: number;
  /** The target's clock minus this machine's, in milliseconds; undefined if unknown. */
  readonly clockOffsetMs: number | undefined;
}

/** The deployments with the name of a create, by whether the create can have created them. */
export interface Candidates {
  /** Same content, created since. */
  readonly matches: readonly DeploymentRecord[];
  /** Same content, creation time unreadable. */
  readonly undated: readonly DeploymentRecord[];
  /** Created since, with other content. */
  readonly others: readonly DeploymentRecord[];
  /** Created before the request was sent. */
  readonly earlier: readonly DeploymentRecord[];
}

/** Groups the listed deployments by whether the create can have created them; those with another name are left out. */
export function classifyCandidates(
  listed: readonly ListedDeployment[],
  create: SentCreate,
): Candidates {
  const sent = asObject(JSON.parse(create.body) as unknown);
  const notBefore = create.sentAt + (create.clockOffsetMs ?? 0) - CLOCK_SLACK_MS;
  const candidates: Record<keyof Candidates, DeploymentRecord[]> = {
    matches: [],
    undated: [],
    others: [],
    earlier: [],
  };
  const kindOf = (createdAt: number | undefined, raw: unknown): keyof Candidates => {
    if (createdAt !== undefined && createdAt < notBefore) return 'earlier';
    if (!hasSameContent(asObject(raw), sent)) return 'others';
    return createdAt === undefined ? 'undated' : 'matches';
  };
  for (const { raw, ...record } of listed) {
    if (record.name !== sent.name) continue;
    candidates[kindOf(parseTimestamp(record.createdAt)?.getTime(), raw)].push(record);
  }
  return candidates;
}

/**
 * True if nothing in the record contradicts the body. The service adds defaults, and older versions of it omit keys, so
 * this compares only keys that both have and the service never fills in: target, replicas, container names and images.
 */
function hasSameContent(record: JsonObject, sent: JsonObject): boolean {
  const deployment = asObject(sent.deployment);
  return (
    agree(targetOf(record), targetOf(sent)) &&
    agree(textOf(record.replicas), textOf(deployment.replicas)) &&
    agree(containersOf(record.template), containersOf(deployment.template))
  );
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

function containersOf(template: unknown): string | undefined {
  const list = asList(asObject(template).containers);
  if (list.length === 0) return undefined;
  return JSON.stringify(
    list.map((container) => {
      const { name, image_url } = asObject(container);
      return [name, image_url];
    }),
  );
}
