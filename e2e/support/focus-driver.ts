import type { Locator, Page } from '@playwright/test';

/** No step has this many tab stops. */
const MAX_STOPS = 200;

/** Presses Tab until the control has the focus. Throws if it never does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MAX_STOPS; stops++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(control)}`);
}

interface TabStop {
  readonly name: string;
  /** The element that covers it, if any. */
  readonly coveredBy: string | undefined;
}

/** Tabs through all controls of the form and reports for each whether something covers it. */
export async function tabThroughForm(page: Page): Promise<TabStop[]> {
  await page.getByRole('heading', { level: 1 }).focus();
  const stops: TabStop[] = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused.closest('main') === null) return undefined;
      // The input of a switch or radio is invisible; its label or parent is what users see.
      const shown = focused.matches('[type=checkbox], [type=radio]')
        ? (focused.closest('label') ?? focused.parentElement!)
        : focused;
      const box = shown.getBoundingClientRect();
      const points = [
        [box.left + box.width / 2, box.top + 2],
        [box.left + box.width / 2, box.top + box.height / 2],
        [box.left + box.width / 2, box.bottom - 2],
      ] as const;
      const cover = points
        .map(([x, y]) => document.elementFromPoint(x, y))
        .find((hit) => hit === null || !(shown.contains(hit) || hit.contains(shown)));
      const coveredBy = cover === null ? 'outside the window' : cover?.outerHTML.slice(0, 120);
      const label = focused.getAttribute('aria-label') ?? focused.textContent;
      return { name: `${focused.tagName} ${focused.id} ${label}`, coveredBy };
    });
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  return stops;
}
