import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { SignInSlot } from '#src/features/connection/token/SignInSlot.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { loadWithWords } from './load-with-words.ts';

const SignInBanner = lazyPart(
  loadWithWords(async () => (await import('./SignInBanner.tsx')).SignInBanner),
);

/**
 * The banner that asks the user to sign in, once the target is known; the mock needs none. A component of its own, so
 * that the wizard does not render again whenever the connection changes.
 */
export function SignInPlace() {
  const { targetState } = useConnection();
  const { targetId } = useSession();
  if (targetId === 'mock') return null;
  return (
    <SignInSlot>
      {targetState.state === 'known' && (
        <PartBoundary>
          <SignInBanner />
        </PartBoundary>
      )}
    </SignInSlot>
  );
}
