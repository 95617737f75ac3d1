import { useConnection } from '#src/client/connection/connection.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';

const ConnectionBadges = lazyPart(
  async () => (await import('./ConnectionBadges.tsx')).ConnectionBadges,
);

/** The badges of the target, once it is known. A component of its own, so that the bar does not render again. */
export function BadgesWhenKnown() {
  if (useConnection().targetState.state !== 'known') return null;
  return (
    <PartBoundary>
      <ConnectionBadges />
    </PartBoundary>
  );
}
