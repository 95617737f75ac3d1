import { Component, Suspense, type ReactNode } from 'react';
import { AttemptContext } from './attempt-context.ts';
import { failureOf, type PartFailure } from './part-failure.ts';

/**
 * How often a part that throws while rendering is mounted again before the boundary gives up. A translator or an
 * extension that moves nodes makes React throw; mounted again, the part is whole. A part with a bug throws every time.
 */
const MAX_REMOUNTS = 3;

interface PartBoundaryProps {
  /** The part is missing for good; called once per failure. */
  onFailed?: (failure: PartFailure) => void;
  /** Shown while the code is loading. */
  fallback?: ReactNode;
  /** Shown in place of a missing part; `again` retries. */
  renderMissing?: (again: () => void, failure: PartFailure) => ReactNode;
  children: ReactNode;
}

interface PartBoundaryState {
  readonly failure: PartFailure | undefined;
  /** A new attempt mounts the part again, from its props. */
  readonly attempt: { readonly key: number };
  /** Remounts since the part last worked, or since the user last retried. */
  readonly remounts: number;
}

/** Around a part of the page that may be missing: the rest of the page stays as it is. */
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
    // Nothing for the moment before a remount: screen readers would announce an alert.
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
