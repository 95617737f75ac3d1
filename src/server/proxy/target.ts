import type { Edition } from '#src/domain/core/rule.ts';
import type { Upstream } from './upstream.ts';

/** A place requests can go to, with the way there. */
export interface Target {
  /** As it stands in `/ief/{id}/...`. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string | null;
  /** The one project it is bound to; given by the caller if null. */
  readonly projectId: string | null;
  /** The one instance it is bound to; given by the caller if null. */
  readonly instanceId: string | null;
  /** `none`: the server supplies what is needed, which is so for the embedded mock alone. */
  readonly auth: 'none' | 'token';
  /** The token sent when the caller has none; for the embedded mock alone. */
  readonly ownToken?: string | undefined;
  readonly upstream: Upstream;
}

/** What a page may know of a target. Never a secret, never the endpoint. */
export interface TargetSummary {
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string | null;
  readonly edition: Edition;
  /** The fixed project; null if the person gives one. */
  readonly projectId: string | null;
  readonly auth: 'none' | 'token';
}

/** Describes a target for `GET /api/targets`. */
export function summarizeTarget(target: Target): TargetSummary {
  const { id, label, kind, region, projectId, auth } = target;
  return {
    id,
    label,
    kind,
    region,
    edition: target.instanceId === null ? 'professional' : 'platinum',
    projectId,
    auth,
  };
}
