import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlPage, type PageOptions } from '../../src/report/html/page.ts';
import { readPageAssets } from '../../src/report/html/page-assets.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { hostileReport, shownNames } from '../report/hostile-report.ts';
import { cleanReport, sampleReport, workingDirectory } from '../report/sample-report.ts';
import { openBrowser } from '../support/open-browser.mjs';

const options: PageOptions = {
  root: workingDirectory,
  version: '1.2.3',
  coversOf: () => (scope) => new Set([scope]),
  madeOn: '2026-11-22',
  assets: readPageAssets(),
};

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser: Browser | undefined = await openBrowser();
if (browser === undefined) {
  console.warn('No Chromium is at hand, so that the page of `report` is not tested: set CHROMIUM to one.');
}

afterAll(() => browser?.close());

/** Opens a page, and collects whatever goes wrong in it. */
async function open(reports: readonly ApplicationReport[], more: { colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean } = {}) {
  const context = await (browser as Browser).newContext({ viewport: { width: 1280, height: 900 }, ...more });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  page.on('request', (request) => complaints.push(`request ${request.url()}`));
  await page.setContent(htmlPage(reports, options), { waitUntil: 'load' });
  return { page, complaints, close: () => context.close() };
}

/** The first cell of each row that is shown, of the table that is named. */
function rowsOf(page: Page, table: string): Promise<readonly string[]> {
  return page.locator(`table.${table} tbody tr:visible th, table.${table} tbody tr:visible td:first-child`).evaluateAll((cells: readonly { innerText: string }[]) =>
    cells.map(({ innerText }) => (innerText.split('\n')[0] ?? '').trim()));
}

describe.skipIf(browser === undefined)('the page of `report` in Chromium', () => {
  it('renders, runs its script under its own policy, and asks for nothing', async () => {
    const { page, complaints, close } = await open([sampleReport]);
    expect(complaints).toEqual([]);
    expect(await page.textContent('#shown')).toBe('Shown: 4 of 4 scopes, 3 of 3 modules, 2 of 2 messages, 3 of 3 undecided places.');
    expect(await rowsOf(page, 'scopes')).toEqual(['OR.Assets', 'OR.Tasks or OR.Tasks.Write', 'OR.Jobs.Read', 'offline_access']);
    await close();
  });

  it('filters all tables by words, and tells how much is left', async () => {
    const { page, close } = await open([sampleReport]);
    await page.fill('#filter', 'jobs.ts');
    expect(await page.textContent('#shown')).toBe('Shown: 1 of 4 scopes, 1 of 3 modules, 0 of 2 messages, 0 of 3 undecided places.');
    expect(await rowsOf(page, 'scopes')).toEqual(['OR.Jobs.Read']);
    expect(await rowsOf(page, 'matrix')).toEqual(['src/', 'jobs.ts']);
    await page.fill('#filter', 'or.tasks');
    expect(await rowsOf(page, 'matrix')).toEqual(['src/', 'tasks.ts']);
    expect(await page.locator('table.matrix thead th:visible').allTextContents()).toEqual(['Module', 'OR.Tasks or OR.Tasks.Write (Missing)', 'All']);
    await page.fill('#filter', '');
    expect(await rowsOf(page, 'matrix')).toEqual(['src/', 'jobs.ts', 'panel.tsx', 'tasks.ts']);
    await close();
  });

  it('filters by status', async () => {
    const { page, close } = await open([sampleReport]);
    await page.getByLabel('Unused').uncheck();
    await page.getByLabel('Missing').uncheck();
    expect(await rowsOf(page, 'scopes')).toEqual(['OR.Jobs.Read', 'offline_access']);
    expect(await page.locator('table.matrix thead th:visible').count()).toBe(3);
    await close();
  });

  it('sorts by a column, up and down, and says which', async () => {
    const { page, close } = await open([sampleReport]);
    const head = page.locator('table.scopes thead th').first();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await rowsOf(page, 'scopes')).toEqual(['offline_access', 'OR.Assets', 'OR.Jobs.Read', 'OR.Tasks or OR.Tasks.Write']);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await rowsOf(page, 'scopes'))[0]).toBe('OR.Tasks or OR.Tasks.Write');
    await page.getByRole('button', { name: /^OR\.Jobs\.Read/ }).click();
    expect(await rowsOf(page, 'matrix')).toEqual(['src/', 'jobs.ts', 'panel.tsx', 'tasks.ts']);
    await close();
  });

  it('is used by keyboard alone', async () => {
    const { page, close } = await open([sampleReport]);
    await page.locator('body').evaluate((body: { focus: () => void }) => body.focus());
    await page.keyboard.press('Tab');
    await page.keyboard.type('assets');
    expect(await rowsOf(page, 'scopes')).toEqual(['OR.Assets']);
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#filter')).toBe('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await rowsOf(page, 'scopes')).not.toContain('OR.Assets');
    await page.keyboard.press('Space');
    const focused = (): Promise<string> => page.evaluate('document.activeElement.innerText');
    for (let presses = 0; presses < 20 && (await focused()) !== 'Scope'; presses += 1) {
      await page.keyboard.press('Tab');
    }
    const before = await page.locator('table.scopes thead th').first().getAttribute('aria-sort');
    await page.keyboard.press('Enter');
    expect(await page.locator('table.scopes thead th').first().getAttribute('aria-sort')).not.toBe(before);
    await close();
  });

  it('can be read without its script', async () => {
    const { page, close } = await open([sampleReport, cleanReport], { javaScriptEnabled: false });
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    expect(await rowsOf(page, 'scopes')).toEqual(['OR.Assets', 'OR.Tasks or OR.Tasks.Write', 'OR.Jobs.Read', 'offline_access', 'OR.Jobs.Read']);
    await close();
  });

  it('shows names of all kinds as they are, and runs none of them', async () => {
    const { page, complaints, close } = await open([hostileReport]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe(`OAuth scopes of ${hostileReport.name}`);
    const shown = await page.locator('table.scopes th[scope=row] > code').allTextContents();
    expect([...shown].sort()).toEqual([...shownNames].sort());
    expect(await page.locator('script, img, b:not(.chip b)').count()).toBe(1);
    await close();
  });

  it.each([
    ['light', 'something of everything', [sampleReport, cleanReport]],
    ['dark', 'something of everything', [sampleReport, cleanReport]],
    ['light', 'one application, and names of all kinds', [hostileReport]],
    ['light', 'nothing', [{ ...cleanReport, declared: [], needed: [] }]],
  ] as const)('has no fault that axe finds, in %s: %s', async (colorScheme, _, reports) => {
    const { page, close } = await open(reports, { colorScheme });
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true; })');
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>('axe.run()');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await close();
  });
});
