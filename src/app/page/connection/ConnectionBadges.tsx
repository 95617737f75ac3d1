import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { needsToken } from '#src/client/targets/targets.ts';
import { TokenBadge } from '#src/features/connection/token/TokenBadge.tsx';
import { useTokenLife } from '#src/features/connection/token/use-token-life.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';

const FaultBadge = lazyPart(
  async () => (await import('#src/features/connection/mock-fault/FaultBadge.tsx')).FaultBadge,
);

/** Beside the target in the top bar: the fault the mock is asked for, and a token that expires soon. */
export function ConnectionBadges() {
  const { known, requestSignIn } = useConnection();
  const session = useSession();
  useTokenExpiry();
  const target = knownTarget(known);
  if (target === undefined) return null;
  return (
    <>
      {session.fault !== '' && target.kind === 'mock' && (
        <PartBoundary>
          <FaultBadge />
        </PartBoundary>
      )}
      {needsToken(target) && (
        <TokenBadge onRenew={() => void requestSignIn('token', placeOf(target, session))} />
      )}
    </>
  );
}

/** Removes tokens from the memory of the page when they expire, and after half an hour without input. */
function useTokenExpiry(): void {
  const { token, tokenExpiresAt, elsewhere } = useSession();
  useTokenLife(token, tokenExpiresAt, (why) =>
    changeSession({
      token: '',
      tokenExpiresAt: undefined,
      tokenGone: { why, at: (why === 'expired' && tokenExpiresAt) || Date.now() },
    }),
  );
  useTokenLife(elsewhere?.token ?? '', elsewhere?.tokenExpiresAt, () =>
    changeSession({ elsewhere: undefined }),
  );
}
