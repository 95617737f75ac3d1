import { Component, Suspense, type ReactNode } from 'react';
import { AttemptContext } from './attempt-context.ts';
import { failureOf, type PartFailure } from './part-failure.ts';

/**
 * How often a part that throws while rendering is remounted before the boundary gives up. If a translator or an
 * extension has moved DOM nodes, React throws and a remount helps. A part with a bug throws every time.
 */
const MAX_REMOUNTS = 3;

interface PartBoundaryProps {
  /** The boundary has given up; called once per failure. */
  onFailed?: (failure: PartFailure) => void;
  /** Shown while the code is loading. */
  fallback?: ReactNode;
  /** Shown instead of a part that failed; `again` retries. */
  renderMissing?: (again: () => void, failure: PartFailure) => ReactNode;
  children: ReactNode;
}

interface PartBoundaryState {
  readonly failure: PartFailure | undefined;
  /** A new key remounts the part. */
  readonly attempt: { readonly key: number };
  /** Remounts since the part last worked, or since the user last retried. */
  readonly remounts: number;
}

/** Contains the failure of one part, so that the rest of the page keeps working. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { failure: undefined, attempt: { key: 0 }, remounts: 0 };

  static getDerivedStateFromError(error: unknown): Partial<PartBoundaryState> {
    return { failure: failureOf(error) };
  }

  override componentDidCatch(error: unknown) {
    const failure = failureOf(error);
    if (this.mayRemount(failure)) this.tryAgain(this.state.remounts + 1);
    else this.props.onFailed?.(failure);
  }

  override render() {
    const { fallback = null, renderMissing, children } = this.props;
    const { failure, attempt } = this.state;
    if (failure === undefined)
      return (
        <AttemptContext key={attempt.key} value={attempt}>
          <Suspense fallback={fallback}>{children}</Suspense>
        </AttemptContext>
      );
    // No alert in the moment before a remount, because screen readers would announce it.
    if (this.mayRemount(failure)) return null;
    return renderMissing?.(() => this.tryAgain(0), failure) ?? null;
  }

  private mayRemount(failure: PartFailure): boolean {
    return failure === 'render' && this.state.remounts < MAX_REMOUNTS;
  }

  private tryAgain(remounts: number): void {
    this.setState(({ attempt }) => ({
      failure: undefined,
      attempt: { key: attempt.key + 1 },
      remounts,
    }));
  }
}
