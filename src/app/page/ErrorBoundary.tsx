import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { setCurrentDocumentAside } from '#src/features/drafts/set-aside.ts';
import { failureOf } from '#src/ui/parts/part-failure.ts';
import styles from './error-boundary.module.css';

/** Shows an uncaught error of the page, or a failure to load one of its files, and offers to reload. */
export class ErrorBoundary extends Component<
  { children: ReactNode },
  { error: Error | undefined }
> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const isLoad = failureOf(error) === 'load';
    return (
      <main className={styles.page}>
        <div role="alert">
          <h1>{i18next.t(isLoad ? 'app.brokenLoad' : 'app.broken')}</h1>
          <p>{i18next.t(isLoad ? 'app.brokenLoadHelp' : 'app.brokenHelp')}</p>
          <pre className={styles.message}>{error.message}</pre>
        </div>
        <div className={styles.buttons}>
          <button type="button" onClick={() => window.location.reload()}>
            {i18next.t('app.reload')}
          </button>
          {!isLoad && (
            <button type="button" onClick={startOver}>
              {i18next.t('app.setAside')}
            </button>
          )}
        </div>
      </main>
    );
  }
}

/** For a draft that fails after every reload. It is kept and can be downloaded from the new page. */
function startOver() {
  setCurrentDocumentAside();
  window.location.reload();
}
