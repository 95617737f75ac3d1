import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react';

/**
 * A part of the page that is loaded when it is first wanted, or before by {@link preloadParts}. Stands in a
 * {@link PartBoundary}; one that could not be loaded is tried again the next time it is wanted.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  loads.push(load);
  const make = () =>
    lazy<ComponentType<P>>(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        renewals.push(() => {
          Loaded = make();
        });
        throw error;
      }
    });
  // What failed stays as it is until its boundary has seen it: made anew at once, it would be loaded over and over.
  let Loaded: ComponentType<P> = make();
  return function Part(props: P) {
    return <Loaded {...props} />;
  };
}

/** For each part that could not be loaded: makes it one that was never tried. */
const renewals: (() => void)[] = [];

const loads: (() => Promise<unknown>)[] = [];

/**
 * Loads all parts while nothing else is to be done: a server that is gone later must not keep the settings from opening,
 * where one can find out that it is gone.
 */
export function preloadParts(): void {
  // A part that cannot be loaded now is loaded when it is wanted.
  const run = () => void Promise.allSettled(loads.map((load) => load()));
  if ('requestIdleCallback' in window) window.requestIdleCallback(run);
  else setTimeout(run, 1_000);
}

interface PartBoundaryProps {
  /** The part could not be loaded, or failed. */
  onFailed: () => void;
  children: ReactNode;
}

/** Around parts that are loaded later: one that cannot be loaded leaves the rest of the page as it is. */
export class PartBoundary extends Component<PartBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch() {
    for (const renew of renewals.splice(0)) renew();
    this.props.onFailed();
  }

  override render() {
    return this.state.isBroken ? null : <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
