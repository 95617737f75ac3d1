/** The heading of the page (`PageHeading`), which takes the focus if nothing nearer can; null on a page without one. */
export function pageHeading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('h1[tabindex]');
}
