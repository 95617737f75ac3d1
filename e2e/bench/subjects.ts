import type { Locator, Page } from '@playwright/test';
import { storeDocument } from '../support/stored-document.ts';
import { documentOf, FIELD_TEXT, middleOf, type Size } from './sizes.ts';

/** The pages under measure: ours, an earlier build of it where one is given, and the pages beside it. */
export const subjectNames = ['ours', 'before', 'bare', 'rjsf', 'jsonforms'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** True for a build of our own page. */
export const isOwn = (subject: SubjectName) => subject === 'ours' || subject === 'before';

/** How a page is driven; all else is the same for each. */
interface Subject {
  /** Leaves the document where the page looks for it. Made from a file of its origin, as a browser that was there before. */
  prepare(page: Page, size: Size): Promise<void>;
  /** The address at which the page opens the document with its first field in view. */
  address(size: Size): string;
  /** Brings the field that is typed into to the screen. */
  field(page: Page, size: Size): Promise<Locator>;
}

/** Opens everything that is folded around an element, from outside to inside. */
function unfold(element: Element): void {
  const folded: Element[] = [];
  for (
    let around = element.closest('.MuiAccordion-root');
    around;
    around = around.parentElement?.closest('.MuiAccordion-root') ?? null
  ) {
    folded.unshift(around);
  }
  for (const one of folded) {
    const summary = one.querySelector<HTMLElement>('.MuiAccordionSummary-root');
    if (summary?.getAttribute('aria-expanded') === 'false') summary.click();
  }
}

/** A page that has every field of the document on it. */
const generated: Subject = {
  async prepare(page) {
    await page.goto('/icon.svg');
  },
  address: (size) => `/?document=${size.name}`,
  async field(page, size) {
    const found = await page.evaluateHandle(
      ([text, at]) =>
        [...document.querySelectorAll('input')].filter(({ value }) => value === text)[at],
      [FIELD_TEXT, middleOf(size)] as const,
    );
    const element = found.asElement();
    if (element === null) throw new Error('the page has no field with the text to look for');
    await element.evaluate((input) => input.setAttribute('data-bench', ''));
    await element.evaluate(unfold);
    return page.locator('[data-bench]');
  },
};

const ours: Subject = {
  async prepare(page, size) {
    await storeDocument(page, documentOf(size));
    // The document is one of the platinum edition; as such it has no problem.
    await page.evaluate(() =>
      localStorage.setItem('ief-builder.session', JSON.stringify({ edition: 'platinum' })),
    );
  },
  address: () => '/new/basics',
  async field(page, size) {
    await page.getByRole('navigation').getByRole('link', { name: 'Containers' }).click();
    await page.getByRole('button', { name: `container-${middleOf(size)}`, exact: true }).click();
    await page.getByText('Environment', { exact: true }).click();
    const field = page.getByRole('group', { name: 'Variable 1', exact: true }).getByLabel('Value');
    await field.waitFor();
    return field;
  },
};

/** How each page is driven. */
export const subjects: Readonly<Record<SubjectName, Subject>> = {
  ours,
  before: ours,
  bare: {
    ...generated,
    field: (page) => Promise.resolve(page.getByRole('textbox')),
  },
  rjsf: generated,
  jsonforms: generated,
};
