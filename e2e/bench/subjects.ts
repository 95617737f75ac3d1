import type { Locator, Page } from '@playwright/test';
import { storeDocument } from '../support/stored-document.ts';
import { documentOf, FIELD_TEXT, middleOf, type Size } from './sizes.ts';

/** The pages under test: ours, optionally an earlier build of it, and the peers. */
export const subjectNames = ['ours', 'before', 'bare', 'rjsf', 'jsonforms'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** True for a build of our own page. */
export const isOwn = (subject: SubjectName) => subject === 'ours' || subject === 'before';

/** The page-specific part of driving a page. */
interface Subject {
  /** Stores the document where the page looks for it, from a file of the same origin, as after an earlier visit. */
  prepare(page: Page, size: Size): Promise<void>;
  /** The URL at which the page opens the document with its first field in view. */
  address(size: Size): string;
  /** Scrolls the field to type into into view. */
  field(page: Page, size: Size): Promise<Locator>;
}

/** Expands every collapsed ancestor of an element, from the outside in. */
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

/** A page that shows every field of the document. */
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
    // The document is for the platinum edition, in which it is valid.
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
