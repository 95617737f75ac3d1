import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { Redirect, Route, Router, Switch } from 'wouter';
import { basePath } from '#src/client/base-path.ts';
import { theme } from '#src/ui/theme/theme.ts';
import { MODE_KEY } from './color-scheme.ts';
import { DeploymentPage } from './page/DeploymentPage.tsx';
import { ErrorBoundary } from './page/ErrorBoundary.tsx';
import { NotFound } from './page/NotFound.tsx';
import { Notices } from './page/notices/Notices.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { loadWithQueries } from '#src/client/queries/load-with-queries.tsx';
import { PageWords } from './words/PageWords.tsx';

// The content security policy only allows styles with the nonce of this response.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'ief', prepend: true, ...(nonce && { nonce }) });

const ReferenceHost = lazyPart(
  async () => (await import('./page/reference/ReferenceHost.tsx')).ReferenceHost,
);

const DeploymentHost = lazyPart(
  loadWithQueries(
    async () => (await import('./page/deployments/DeploymentHost.tsx')).DeploymentHost,
  ),
);

const UpdateHost = lazyPart(
  loadWithQueries(async () => (await import('./page/update/UpdateHost.tsx')).UpdateHost),
);

const RequestsHost = lazyPart(
  loadWithQueries(async () => (await import('./page/requests/RequestsHost.tsx')).RequestsHost),
);

/** The providers and routes of the page. */
export function App() {
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={MODE_KEY} noSsr>
        <CssBaseline />
        <ErrorBoundary>
          <PageWords>
            <Notices>
              <Router base={basePath}>
                <Switch>
                  <Route path="/new/:step">
                    <DeploymentPage />
                  </Route>
                  <Route path="/start">
                    <DeploymentPage />
                  </Route>
                  <Route path="/reference">
                    <PartBoundary
                      renderMissing={(again, failure) => (
                        <PartMissing again={again} failure={failure} />
                      )}
                    >
                      <ReferenceHost />
                    </PartBoundary>
                  </Route>
                  <Route path="/deployments/:id/update/:step">
                    {({ id, step }) => (
                      <PartBoundary
                        renderMissing={(again, failure) => (
                          <PartMissing again={again} failure={failure} />
                        )}
                      >
                        <UpdateHost id={id} step={step} />
                      </PartBoundary>
                    )}
                  </Route>
                  <Route path="/deployments/:id?">
                    {({ id }) => (
                      <PartBoundary
                        renderMissing={(again, failure) => (
                          <PartMissing again={again} failure={failure} />
                        )}
                      >
                        <DeploymentHost id={id} />
                      </PartBoundary>
                    )}
                  </Route>
                  <Route path="/requests">
                    <PartBoundary
                      renderMissing={(again, failure) => (
                        <PartMissing again={again} failure={failure} />
                      )}
                    >
                      <RequestsHost />
                    </PartBoundary>
                  </Route>
                  <Route path="/">
                    <Redirect to="/new/basics" replace />
                  </Route>
                  <Route path="/new">
                    <Redirect to="/new/basics" replace />
                  </Route>
                  <Route>
                    <NotFound />
                  </Route>
                </Switch>
              </Router>
            </Notices>
          </PageWords>
        </ErrorBoundary>
      </ThemeProvider>
    </CacheProvider>
  );
}
