import type { DeploymentRecord, ListedDeployment } from './deployment-record.ts';
import { targetOf } from '#src/domain/api/target-of.ts';
import { parseTimestamp } from '#src/domain/api/timestamp.ts';
import { asList, asObject, type JsonObject } from '#src/json/value.ts';

/** Clocks are trusted to a minute, beside the offset that is known. */
const SLACK_MS = 60_000;

/** What a look is after: deployments that an attempt may have made. */
export interface Wanted {
  /** The body that was sent. */
  readonly body: string;
  /** When, milliseconds since 1970 by this machine's clock. */
  readonly sentAt: number;
  /** The target's clock minus this machine's, milliseconds; undefined if nobody knows. */
  readonly clockOffsetMs: number | undefined;
}

/** The deployments of a name, told apart by whether the attempt can have made them. */
export interface Sighting {
  /** Made since the attempt was sent, with its content. */
  readonly matches: readonly DeploymentRecord[];
  /** With its content, but made nobody knows when. */
  readonly undated: readonly DeploymentRecord[];
  /** Made since, with other content. */
  readonly others: readonly DeploymentRecord[];
  /** Made before the attempt was sent. */
  readonly earlier: readonly DeploymentRecord[];
}

/** Tells the deployments of the attempt's name apart. Those of another name must not be among them. */
export function tellApart(found: readonly ListedDeployment[], wanted: Wanted): Sighting {
  const sent = asObject(JSON.parse(wanted.body) as unknown);
  const from = wanted.sentAt + (wanted.clockOffsetMs ?? 0) - SLACK_MS;
  const sighting = {
    matches: [] as DeploymentRecord[],
    undated: [] as DeploymentRecord[],
    others: [] as DeploymentRecord[],
    earlier: [] as DeploymentRecord[],
  };
  for (const { raw, ...record } of found) {
    const madeAt = parseTimestamp(record.createdAt)?.getTime();
    const isSame = hasContent(asObject(raw), sent);
    if (madeAt !== undefined && madeAt < from) sighting.earlier.push(record);
    else if (!isSame) sighting.others.push(record);
    else if (madeAt === undefined) sighting.undated.push(record);
    else sighting.matches.push(record);
  }
  return sighting;
}

/**
 * True if nothing in a record contradicts the body that was sent. The record has more (defaults filled in) and
 * may have less (older versions of the service), so only what both tell is compared, and only what nobody
 * fills in: the target, the replicas, and the containers' names and images.
 */
function hasContent(record: JsonObject, sent: JsonObject): boolean {
  const deployment = asObject(sent.deployment);
  return (
    agree(targetOf(record), targetOf(sent)) &&
    agree(numberOf(record.replicas), numberOf(deployment.replicas)) &&
    agree(containersOf(record.template), containersOf(deployment.template))
  );
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function numberOf(value: unknown): string | undefined {
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
