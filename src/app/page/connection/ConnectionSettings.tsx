import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { AccessStatus } from '#src/features/access/AccessStatus.tsx';
import { ConnectionPanel } from '#src/features/connection/settings/ConnectionPanel.tsx';

/** The connection settings. For targets that the server signs in to, they show whether this browser has access. */
export function ConnectionSettings() {
  const { targets, targetState, access, requestSignIn, close } = useConnection();
  const session = useSession();
  const target = knownTarget(targetState);
  const requestAccess = () => {
    if (target) void requestSignIn('access', placeOf(target, session));
  };
  return (
    <ConnectionPanel
      targets={targets}
      targetState={targetState}
      access={<AccessStatus access={access} onEnter={requestAccess} />}
      onAccess={requestAccess}
      onClose={close}
    />
  );
}
