/**
 * Gives the focus to an element if the one that had it has disappeared; otherwise a keyboard user would start again at
 * the top of the page. Scrolls only for the keyboard: a pointer stays where it is, and so does the page.
 */
export function restoreFocus(to: HTMLElement | null | undefined): void {
  if (!to || document.activeElement !== document.body) return;
  to.focus({ preventScroll: true });
  if (to.matches(':focus-visible')) to.scrollIntoView({ block: 'nearest' });
}
