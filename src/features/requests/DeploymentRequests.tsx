import { isSamePlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { RequestActions } from './RequestDetails.tsx';
import { RequestTable } from './RequestTable.tsx';
import { requestsWords as words } from './requests-words.ts';
import { useRequests } from './use-requests.ts';

interface DeploymentRequestsProps {
  deploymentId: string;
  actions: RequestActions;
}

/** The requests about one deployment that this browser sent; nothing if there are none. */
export function DeploymentRequests({ deploymentId, actions }: DeploymentRequestsProps) {
  const translate = useTranslate();
  const session = useSession();
  const list = useRequests();
  if (list.state !== 'read') return null;
  const requests = list.requests.filter(
    (request) => request.deploymentId === deploymentId && isSamePlace(request.place, session),
  );
  if (requests.length === 0) return null;
  return (
    <Card flush title={translate(words.here)} note={String(requests.length)}>
      <RequestTable requests={requests} isShort actions={actions} />
    </Card>
  );
}
