import type { Target } from './targets.ts';

/** What the page knows of the target of its session. */
export type TargetState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string; readonly retry: () => void }
  | { readonly state: 'known'; readonly target: Target };

/** The target of a state, if it is known. */
export function knownTarget(known: TargetState): Target | undefined {
  return known.state === 'known' ? known.target : undefined;
}
