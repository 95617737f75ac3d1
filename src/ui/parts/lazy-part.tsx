import { lazy, use, useState, type ComponentType, type ReactNode } from 'react';
import { AttemptContext } from './attempt-context.ts';
import { loadFailedStyles } from './failed-styles.ts';
import { asLoadError } from './part-failure.ts';
import { preloadLater } from './preload.ts';

let loadingCount = 0;

/** True while the code of any part is being loaded. */
export function isLoadingParts(): boolean {
  return loadingCount > 0;
}

/**
 * A part of the page whose code is loaded on first render, or earlier by the preloader unless it is large and rarely
 * used. Render it inside a `PartBoundary`.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { isPreloaded = true }: { isPreloaded?: boolean } = {},
): (props: P) => ReactNode {
  let loaded: ComponentType<P> | undefined;
  const loadOnce = async () => {
    loadingCount++;
    try {
      await loadFailedStyles();
      loaded ??= await load();
      return { default: loaded };
    } catch (error) {
      throw asLoadError(error);
    } finally {
      loadingCount--;
    }
  };
  if (isPreloaded) preloadLater(loadOnce);

  // React.lazy remembers a failure, so every attempt of the boundary needs a new one.
  const lazyByAttempt = new WeakMap<object, ComponentType<P>>();
  const lazyOf = (attempt: object): ComponentType<P> => {
    const Known = lazyByAttempt.get(attempt);
    if (Known !== undefined) return Known;
    const Created = lazy<ComponentType<P>>(loadOnce);
    lazyByAttempt.set(attempt, Created);
    return Created;
  };

  return function LazyPart(props: P) {
    const attempt = use(AttemptContext);
    // Loaded code renders at once, without one frame of the Suspense fallback.
    const [Part] = useState(() => loaded ?? lazyOf(attempt));
    return <Part {...props} />;
  };
}
