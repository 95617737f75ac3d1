import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { AccessStatus } from '#src/features/access/AccessStatus.tsx';
import { ConnectionPanel } from '#src/features/connection/settings/ConnectionPanel.tsx';

/** The connection settings, with the access state of this browser for targets the server signs in to. */
export function ConnectionSettings() {
  const { targets, known, access, requestSignIn, close } = useConnection();
  const session = useSession();
  const target = knownTarget(known);
  const requestAccess = () => {
    if (target) void requestSignIn('access', placeOf(target, session));
  };
  return (
    <ConnectionPanel
      targets={targets}
      known={known}
      access={<AccessStatus access={access} onEnter={requestAccess} />}
      onAccess={requestAccess}
      onClose={close}
    />
  );
}
