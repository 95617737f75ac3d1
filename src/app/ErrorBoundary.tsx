import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { removeShell } from '#src/ui/first-paint.ts';

/** Catches a fault of the page itself and says that the document is safe. */
export class ErrorBoundary extends Component<
  { children: ReactNode },
  { fault: Error | undefined }
> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override componentDidCatch() {
    removeShell();
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <main style={{ padding: 32 }}>
        <h1>{i18next.t('app.broken')}</h1>
        <p>{i18next.t('app.brokenHelp')}</p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{fault.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          {i18next.t('app.reload')}
        </button>
      </main>
    );
  }
}
