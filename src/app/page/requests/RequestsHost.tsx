import { AllRequests } from '#src/features/requests/AllRequests.tsx';
import { PlainPage } from '../deployments/PlainPage.tsx';
import { WayLinks } from '../deployments/WayLinks.tsx';
import { useRequestActions } from '../actions/use-request-actions.ts';

/** The requests that this browser sent. */
export function RequestsHost() {
  return (
    <PlainPage ways={<WayLinks here="/requests" />}>
      <AllRequests actions={useRequestActions()} />
    </PlainPage>
  );
}
