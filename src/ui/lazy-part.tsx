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
        throw asLoadError(error);
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

/** Errors of loading the code of a part: the network, the server, or a file that a newer version has replaced. */
const loadErrors = new WeakSet<Error>();

function asLoadError(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  loadErrors.add(error);
  return error;
}

/** Why a part of the page is missing: its code could not be loaded (`load`), or it failed to display (`render`). */
export type PartFailure = 'load' | 'render';

/** Tells a load that failed from an error of rendering. */
export function failureOf(error: unknown): PartFailure {
  return error instanceof Error && loadErrors.has(error) ? 'load' : 'render';
}

/**
 * How often a part that failed to display is mounted again before its boundary gives up. Most such errors come from
 * outside: a translator or an extension moved nodes that React wants to remove, and a part that is mounted again is
 * whole. A part with a fault of its own fails again at once.
 */
const REMOUNTS = 3;

interface PartBoundaryProps {
  /** The part is missing for good; called once per failure. */
  onFailed?: (failure: PartFailure) => void;
  /** Shown while it is loaded. */
  meanwhile?: ReactNode;
  /** Shown in its place; `again` tries once more. */
  instead?: (again: () => void, failure: PartFailure) => ReactNode;
  children: ReactNode;
}

interface PartBoundaryState {
  readonly failure: PartFailure | undefined;
  /** Key of what is mounted: a new one mounts it again from its props. */
  readonly round: number;
  /** Times it was mounted again since it was last wanted. */
  readonly remounts: number;
}

/**
 * Around a part of the page that may be missing: the rest of the page stays as it is. A part that fails to display is
 * mounted again some times by itself.
 */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { failure: undefined, round: 0, remounts: 0 };

  static getDerivedStateFromError(error: unknown) {
    return { failure: failureOf(error) };
  }

  override componentDidCatch(error: unknown) {
    for (const renew of renewals.splice(0)) renew();
    if (mayRemount(failureOf(error), this.state.remounts))
      this.setState(({ round, remounts }) => ({
        failure: undefined,
        round: round + 1,
        remounts: remounts + 1,
      }));
    else this.props.onFailed?.(failureOf(error));
  }

  private readonly again = () => {
    this.setState(({ round }) => ({ failure: undefined, round: round + 1, remounts: 0 }));
  };

  override render() {
    const { meanwhile = null, instead, children } = this.props;
    const { failure, round, remounts } = this.state;
    if (failure === undefined)
      return (
        <Suspense key={round} fallback={meanwhile}>
          {children}
        </Suspense>
      );
    // For the moment until it is mounted again, nothing: an alert would be read out.
    if (mayRemount(failure, remounts)) return null;
    return instead?.(this.again, failure) ?? null;
  }
}

function mayRemount(failure: PartFailure, remounts: number): boolean {
  return failure === 'render' && remounts < REMOUNTS;
}
