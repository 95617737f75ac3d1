import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { setCurrentDocumentAside } from '#src/features/drafts/set-aside.ts';
import { failureOf } from '#src/ui/parts/part-failure.ts';

/** The last resort: says what failed, the page or a file of it, and offers to reload. */
export class ErrorBoundary extends Component<
  { children: ReactNode },
  { fault: Error | undefined }
> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    const isLoad = failureOf(fault) === 'load';
    return (
      <main style={{ padding: 32 }}>
        <h1>{i18next.t(isLoad ? 'app.brokenLoad' : 'app.broken')}</h1>
        <p>{i18next.t(isLoad ? 'app.brokenLoadHelp' : 'app.brokenHelp')}</p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{fault.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          {i18next.t('app.reload')}
        </button>{' '}
        {!isLoad && (
          <button type="button" onClick={startOver}>
            {i18next.t('app.setAside')}
          </button>
        )}
      </main>
    );
  }
}

/** For a document that fails at every reload: it is kept, and can be downloaded from the new page. */
function startOver() {
  setCurrentDocumentAside();
  window.location.reload();
}
