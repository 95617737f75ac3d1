/** The style sheets that could not be loaded. Vite requests a style sheet once and takes it for loaded from then on. */
const failed = new Set<HTMLLinkElement>();

/** Notes style sheets that cannot be loaded, from now on. Further calls change nothing. */
export function watchStyles(): void {
  // The error of a link does not bubble.
  window.addEventListener('error', noteFailedStyles, { capture: true });
}

function noteFailedStyles({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
}

/**
 * Requests the style sheets again that could not be loaded, so that a part that loads on a retry has its styles. One
 * that fails again waits for the next part: it may belong to another one.
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
