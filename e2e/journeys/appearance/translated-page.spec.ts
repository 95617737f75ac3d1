import type { Page } from '@playwright/test';
import { test } from '../../support/attempts.ts';
import { expect } from '../../support/fixtures.ts';
import { faultTag, goodBody } from '../../support/stored-document.ts';

/** Imitates the translation of browsers, which replaces each text node, including later ones, by nested font elements. */
async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const font = () => {
      const element = document.createElement('font');
      element.style.verticalAlign = 'inherit';
      return element;
    };
    const wrap = (text: Text) => {
      const parent = text.parentElement;
      if (parent === null || ['SCRIPT', 'STYLE', 'FONT'].includes(parent.tagName)) return;
      if ((text.nodeValue ?? '').trim() === '') return;
      const [outer, inner] = [font(), font()];
      inner.append(document.createTextNode(text.nodeValue ?? ''));
      outer.append(inner);
      text.replaceWith(outer);
    };
    const wrapAll = () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) wrap(text);
    };
    new MutationObserver(wrapAll).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

test('a translated page still shows outcomes and typed text', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await translate(page);
  await review.openWith(projectId, goodBody());
  // The page opts out of translation, but users can still force it.
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  expect(await page.locator('font').count()).toBeGreaterThan(20);

  await wizard.goTo('Basics');
  await page.getByLabel('Deployment name').fill('edge-two');
  await expect(page.getByRole('banner').getByText('edge-two')).toBeVisible();
  await wizard.goTo('Review');
  await review.submit();
  await expect(review.panel.getByText('Deployment edge-two was created.')).toBeVisible();
  await expect(review.fact('ID')).toHaveText(/^[0-9a-f-]{36}$/);
  await expect(page.getByText(errorText)).toHaveCount(0);
  expect(review.creates).toHaveLength(1);
  // A second result replaces the first one.
  await review.submit();
  await expect(review.panel.getByText('Exactly this document was already created')).toBeVisible();
  expect(review.creates).toHaveLength(1);
});

const errorText = /could not be (loaded|displayed)/;

test.describe('a rendering error', () => {
  test.use({ expectedNoise: /NotFoundError|date format broken|error boundary/ });

  test('leaves the outcome on the page and does not mention the server', async ({
    page,
    wizard,
    review,
    projectId,
  }) => {
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    // Remove an element that React is about to remove, as browser extensions do.
    await review.openWith(projectId, goodBody({ tags: [faultTag('slow')] }));
    await review.submit();
    await review.panel.getByText(/^\d+ s$/).evaluate((element) => element.parentElement!.remove());
    await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible({
      timeout: 20_000,
    });
    expect(errors.join()).toContain('NotFoundError');
    await expect(page.getByText(errorText)).toHaveCount(0);
    await expect(review.fact('ID')).toHaveText(/^[0-9a-f-]{36}$/);
    expect(review.creates).toHaveLength(1);

    // The form fails on every mount; the outcome is still shown.
    const setBroken = (isBroken: boolean) =>
      page.evaluate((broken) => {
        const { prototype } = Intl.DateTimeFormat;
        const kept = 'intactFormat';
        const intact: PropertyDescriptor =
          Reflect.get(window, kept) ?? Object.getOwnPropertyDescriptor(prototype, 'format')!;
        Reflect.set(window, kept, intact);
        const fail = () => {
          throw new Error('date format broken');
        };
        Object.defineProperty(prototype, 'format', broken ? { ...intact, get: fail } : intact);
      }, isBroken);
    await setBroken(true);
    await wizard.goTo('Basics');
    await wizard.goTo('Review');
    await expect(review.panel.getByText('The submit form could not be displayed.')).toBeVisible();
    await expect(review.panel.getByText(/^Deployment edge-web was created. ID: /)).toBeVisible();
    await expect(page.getByText('server')).toHaveCount(0);
    await setBroken(false);
    await review.panel.getByRole('button', { name: 'Try again' }).click();
    await expect(review.fact('ID')).toHaveText(/^[0-9a-f-]{36}$/);
    expect(review.creates).toHaveLength(1);
  });
});

test.describe('a step whose code does not load', () => {
  test.use({
    expectedNoise:
      /^TypeError: Failed to fetch dynamically imported module|^Error: Unable to preload CSS/,
  });

  test('shows a loading error and can be loaded later', async ({ page, wizard }) => {
    await page.route(/assets\/SchedulingStep/, (route) => route.abort());
    await page.goto('/');
    await wizard.goTo('Scheduling');
    await expect(page.getByText('A part of the page could not be loaded.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    await page.unroute(/assets\/SchedulingStep/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByLabel('Restart policy')).toBeVisible();
    // Its styles load, too.
    const styles = page.locator('link[rel="stylesheet"][href*="SchedulingStep"]');
    await expect(styles).toHaveCount(1);
    const rules = (link: HTMLLinkElement) => link.sheet?.cssRules.length ?? 0;
    expect(await styles.evaluate(rules)).toBeGreaterThan(0);
  });
});

test.describe('for a browser in another language', () => {
  test.use({ locale: 'fr-FR' });

  test('the page allows translation', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByLabel('Deployment name')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).not.toHaveAttribute('translate');
    await expect(page.locator('meta[name="google"]')).toHaveCount(0);
  });
});
