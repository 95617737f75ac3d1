import { useLayoutEffect, type ReactNode } from 'react';
import { Route, Switch, useRoute } from 'wouter';
import { loadWithQueries } from '#src/client/queries/load-with-queries.tsx';
import { Card } from '#src/ui/blocks/Card.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { PlainPage } from './deployments/PlainPage.tsx';
import { NotFound } from './NotFound.tsx';

const ReferenceHost = lazyPart(
  async () => (await import('./reference/ReferenceHost.tsx')).ReferenceHost,
);
const DeploymentHost = lazyPart(
  loadWithQueries(async () => (await import('./deployments/DeploymentHost.tsx')).DeploymentHost),
);
const UpdateHost = lazyPart(
  loadWithQueries(async () => (await import('./update/UpdateHost.tsx')).UpdateHost),
);
const RequestsHost = lazyPart(
  loadWithQueries(async () => (await import('./requests/RequestsHost.tsx')).RequestsHost),
);
const PlanHost = lazyPart(
  loadWithQueries(async () => (await import('./rollouts/PlanHost.tsx')).PlanHost),
);
const RolloutHost = lazyPart(
  loadWithQueries(async () => (await import('./rollouts/RolloutHost.tsx')).RolloutHost),
);

/** The pages without the form of a new deployment, and those for unknown addresses. Only the form is part of the first load. */
export function OtherPages() {
  usePlainSkeleton();
  return (
    <Switch>
      <Route path="/reference">
        <Boundary>
          <ReferenceHost />
        </Boundary>
      </Route>
      <Route path="/requests">
        <Boundary>
          <RequestsHost />
        </Boundary>
      </Route>
      <Route path="/rollouts/new">
        <Boundary>
          <PlanHost />
        </Boundary>
      </Route>
      <Route path="/deployments/:id/update/:step">
        {({ id, step }) => (
          <Boundary>
            <UpdateHost id={id} step={step} />
          </Boundary>
        )}
      </Route>
      <Route path="/deployments/:id?">
        {({ id }) => (
          <Boundary>
            <DeploymentHost id={id} />
          </Boundary>
        )}
      </Route>
      <Route path="/rollouts/:id?">
        {({ id }) => (
          <Boundary>
            <RolloutHost id={id} />
          </Boundary>
        )}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** While a page without steps loads, the skeleton has no rail (`skeleton.css`). */
function usePlainSkeleton(): void {
  const [hasSteps] = useRoute('/deployments/:id/update/:step');
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (hasSteps) delete dataset.page;
    else dataset.page = 'plain';
    return () => {
      delete dataset.page;
    };
  }, [hasSteps]);
}

function Boundary({ children }: { children: ReactNode }) {
  return (
    <PartBoundary
      renderMissing={(again, failure) => (
        <PlainPage>
          <Card>
            <PartMissing again={again} failure={failure} />
          </Card>
        </PlainPage>
      )}
    >
      {children}
    </PartBoundary>
  );
}
