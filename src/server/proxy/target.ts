import type { Edition } from '#src/domain/core/context.ts';
import type { Authorizer } from './authorizer.ts';
import type { Upstream } from './upstream/upstream.ts';

/**
 * Who provides the credentials: no one (embedded mock), the user with a token, or this server with a password or an
 * access key.
 */
export type AuthKind = 'none' | 'token' | 'password' | 'aksk';

/** True if the server itself holds the credentials of a target. */
export function holdsCredentials({ auth }: { readonly auth: AuthKind }): boolean {
  return auth === 'password' || auth === 'aksk';
}

/** A place requests can be sent to. */
export interface ProxyTarget {
  /** As in `/ief/{id}/...`. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string | null;
  /** The one project it is bound to; null if callers choose. */
  readonly projectId: string | null;
  /** The one instance it is bound to; null if callers choose. */
  readonly instanceId: string | null;
  /** The endpoint, if it is one that Huawei Cloud publishes. */
  readonly publicEndpoint?: string;
  readonly auth: AuthKind;
  readonly authorizer: Authorizer;
  readonly upstream: Upstream;
}

/** The facts about a target that a page may know. Never a secret, and no endpoint of a private network. */
export interface TargetSummary {
  readonly id: string;
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string | null;
  readonly edition: Edition;
  /** The fixed project; null if the user chooses. */
  readonly projectId: string | null;
  /** Only if Huawei Cloud publishes it. */
  readonly endpoint?: string;
  readonly auth: AuthKind;
}

export function summarizeTarget(target: ProxyTarget): TargetSummary {
  const { id, label, kind, region, projectId, publicEndpoint, auth } = target;
  return {
    id,
    label,
    kind,
    region,
    edition: target.instanceId === null ? 'professional' : 'platinum',
    projectId,
    ...(publicEndpoint !== undefined && { endpoint: publicEndpoint }),
    auth,
  };
}
