/** The style sheets that failed to load. Vite requests each one once and never retries. */
const failed = new Set<HTMLLinkElement>();

/** Starts to record style sheets that fail to load. Further calls do nothing. */
export function watchStyles(): void {
  // The error event of a link does not bubble.
  window.addEventListener('error', recordFailedStyles, { capture: true });
}

function recordFailedStyles({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
}

/**
 * Requests the failed style sheets again, so that a part that loads on a retry has its styles. One that fails again is
 * retried with the next part: it may belong to a different one.
 */
export async function loadFailedStyles(): Promise<void> {
  await Promise.all([...failed].map(replace));
}

async function replace(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  failed.delete(link);
  await new Promise<void>((resolve) => {
    for (const end of ['load', 'error']) again.addEventListener(end, () => resolve());
    link.replaceWith(again);
  });
}
