import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider, type Theme } from '@mui/material/styles';
import { Redirect, Route, Router, Switch } from 'wouter';
import { basePath } from '#src/client/base-path.ts';
import { MODE_KEY } from './color-scheme.ts';
import { DeploymentPage } from './page/DeploymentPage.tsx';
import { ErrorBoundary } from './page/ErrorBoundary.tsx';
import { Notices } from './page/notices/Notices.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { PageWords } from './words/PageWords.tsx';

// The content security policy only allows styles with the nonce of this response.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'ief', prepend: true, ...(nonce && { nonce }) });

const OtherPages = lazyPart(async () => (await import('./page/OtherPages.tsx')).OtherPages);

/** The providers and routes of the page. */
export function App({ theme }: { theme: Theme }) {
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
                  <Route path="/">
                    <Redirect to="/new/basics" replace />
                  </Route>
                  <Route path="/new">
                    <Redirect to="/new/basics" replace />
                  </Route>
                  <Route>
                    <PartBoundary
                      renderMissing={(again, failure) => (
                        <PartMissing again={again} failure={failure} />
                      )}
                    >
                      <OtherPages />
                    </PartBoundary>
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
