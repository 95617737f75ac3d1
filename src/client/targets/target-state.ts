import type { Target } from './targets.ts';

/** The target of the session, once it is loaded. */
export type TargetState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string; readonly retry: () => void }
  | { readonly state: 'known'; readonly target: Target };

export function knownTarget(known: TargetState): Target | undefined {
  return known.state === 'known' ? known.target : undefined;
}
