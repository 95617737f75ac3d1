import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { needsToken } from '#src/client/targets/targets.ts';
import { useTokenRemoval } from '#src/features/connection/token/use-token-removal.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { loadWithWords } from './load-with-words.ts';

const FaultBadge = lazyPart(
  loadWithWords(
    async () => (await import('#src/features/connection/mock-fault/FaultBadge.tsx')).FaultBadge,
  ),
);

const TokenBadge = lazyPart(
  loadWithWords(
    async () => (await import('#src/features/connection/token/TokenBadge.tsx')).TokenBadge,
  ),
);

/** Badges beside the target in the top bar: the fault requested from the mock, and a token that expires soon. */
export function ConnectionBadges() {
  const { targetState, requestSignIn } = useConnection();
  const session = useSession();
  useTokenRemovals();
  const target = knownTarget(targetState);
  if (target === undefined) return null;
  return (
    <>
      {session.fault !== '' && target.kind === 'mock' && (
        <PartBoundary>
          <FaultBadge />
        </PartBoundary>
      )}
      {needsToken(target) && (
        <PartBoundary>
          <TokenBadge onRenew={() => void requestSignIn('token', placeOf(target, session))} />
        </PartBoundary>
      )}
    </>
  );
}

/** Removes tokens from the memory of the page when they expire, and after half an hour without input. */
function useTokenRemovals(): void {
  const { token, tokenExpiresAt, elsewhere } = useSession();
  useTokenRemoval(token, tokenExpiresAt, (reason) =>
    changeSession({
      token: '',
      tokenExpiresAt: undefined,
      removedToken: { reason, at: (reason === 'expired' && tokenExpiresAt) || Date.now() },
    }),
  );
  useTokenRemoval(elsewhere?.token ?? '', elsewhere?.tokenExpiresAt, () =>
    changeSession({ elsewhere: undefined }),
  );
}
