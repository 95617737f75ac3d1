import { Component, lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { painted } from './first-paint.ts';

/**
 * A part of the page that is loaded when it is first wanted, or before by {@link preloadParts}. Stands in a
 * {@link PartBoundary}; one that could not be loaded is tried again the next time it is wanted. Where the code is there
 * already, it is drawn at once, without a frame that shows nothing.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  let ready: ComponentType<P> | undefined;
  const preload = async () => {
    if (ready !== undefined) return ready;
    underWay++;
    try {
      ready = await load();
    } finally {
      underWay--;
    }
    return ready;
  };
  loads.push(preload);
  if (isPreloading) loadWaiting();
  const make = () =>
    lazy<ComponentType<P>>(async () => {
      try {
        return { default: await preload() };
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
    const [Shown] = useState(() => ready ?? Loaded);
    return <Shown {...props} />;
  };
}

/**
 * As {@link lazyPart}, for what nobody can want before the first step is on the screen: it waits for that, and lets go
 * first what the step itself waits for.
 */
export function laterPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  return lazyPart(async () => {
    await painted;
    await new Promise<void>((resolve) => {
      whenIdle(resolve, WANTED_WAIT_MS);
    });
    return load();
  });
}

let underWay = 0;

/** True while a part is being loaded: what is to be drawn may still come. */
export function isLoadingParts(): boolean {
  return underWay > 0;
}

/** For each part that could not be loaded: makes it one that was never tried. */
const renewals: (() => void)[] = [];

const loads: (() => Promise<unknown>)[] = [];
let isPreloading = false;
let isLoading = false;

/**
 * Loads all parts while nothing else is to be done: a step must open at once, and a server that is gone later must not
 * keep the settings from opening, where one can find out that it is gone.
 */
export function preloadParts(): void {
  // What is declared in a part that is loaded meanwhile is loaded as well.
  isPreloading = true;
  loadWaiting();
}

/** One part at a time, each when the page is idle: all at once hold up whoever begins to type. */
function loadWaiting(): void {
  if (isLoading) return;
  isLoading = true;
  whenIdle(() => {
    const done = () => {
      isLoading = false;
      if (loads.length > 0) loadWaiting();
    };
    const load = loads.shift();
    // A part that cannot be loaded now is loaded when it is wanted.
    if (load === undefined) done();
    else load().then(done, done);
  });
}

/** How long what is to be done at leisure waits at most, milliseconds: a part among many, and one that is wanted. */
const LONGEST_WAIT_MS = 500;
const WANTED_WAIT_MS = 100;

/** Runs when the page has nothing else to do; not every browser tells. */
export function whenIdle(run: () => void, longestMs = LONGEST_WAIT_MS): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, longestMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: longestMs });
  return () => cancelIdleCallback(handle);
}

interface PartBoundaryProps {
  /** The part could not be loaded, or failed. */
  onFailed?: () => void;
  /** Shown while it is loaded. */
  meanwhile?: ReactNode;
  /** Shown in its place when it could not be loaded; `again` tries once more. */
  instead?: (again: () => void) => ReactNode;
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
    this.props.onFailed?.();
  }

  override render() {
    const { meanwhile = null, instead, children } = this.props;
    if (this.state.isBroken) return instead?.(() => this.setState({ isBroken: false })) ?? null;
    return <Suspense fallback={meanwhile}>{children}</Suspense>;
  }
}
