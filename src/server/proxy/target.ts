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
  /** For a live target the fixed project; for the mock one to begin with. Null: to be given. */
  readonly projectId: string | null;
  readonly auth: 'none' | 'token';
}

/** The project a page begins with on the embedded mock: that of the API page's example answer. */
const MOCK_PROJECT_ID = '05e1aef9040010e22fccc009adecb056';

/** Describes a target for `GET /api/targets`. */
export function summarizeTarget(target: Target): TargetSummary {
  const { id, label, kind, region, auth } = target;
  return {
    id,
    label,
    kind,
    region,
    edition: target.instanceId === null ? 'professional' : 'platinum',
    projectId: kind === 'mock' ? MOCK_PROJECT_ID : target.projectId,
    auth,
  };
}
