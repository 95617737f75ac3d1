import type { Locator, Page } from '@playwright/test';

/** More stops than any step of the wizard has. */
const MAX_STOPS = 200;

/** Presses Tab until a control has the focus, as a person without a mouse does. Throws if it never gets it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MAX_STOPS; stops++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(control)}`);
}

/** One control that Tab stopped at. */
interface Stop {
  readonly name: string;
  /** What lies over it, if anything of it is hidden behind a bar. */
  readonly coveredBy: string | undefined;
}

/** Tabs through all controls of the form, from its heading on, and tells of each whether it was in sight. */
export async function tabThroughForm(page: Page): Promise<Stop[]> {
  await page.getByRole('heading', { level: 1 }).focus();
  const stops: Stop[] = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused.closest('main') === null) return undefined;
      // A switch and a radio are drawn by what stands around them.
      const shown = focused.matches('[type=checkbox], [type=radio]')
        ? (focused.closest('label') ?? focused.parentElement!)
        : focused;
      const box = shown.getBoundingClientRect();
      const points = [
        [box.left + box.width / 2, box.top + 2],
        [box.left + box.width / 2, box.top + box.height / 2],
        [box.left + box.width / 2, box.bottom - 2],
      ] as const;
      const over = points
        .map(([x, y]) => document.elementFromPoint(x, y))
        .find((one) => one === null || !(shown.contains(one) || one.contains(shown)));
      const covered = over === null ? 'out of the window' : over?.outerHTML.slice(0, 120);
      const label = focused.getAttribute('aria-label') ?? focused.textContent;
      return { name: `${focused.tagName} ${focused.id} ${label}`, coveredBy: covered };
    });
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  return stops;
}
