// node bench/measure-report.mjs [--findings 5000] [--wrapped 0.25] [--methods 7] [--runs 7] [--keep page.html]
// How large the page of `oauth-scopes report` is for many findings, how long it takes to make, to open and to filter: medians, in headless
// Chromium. Build first.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { htmlPage } from '../dist/src/report/html/page.js';
import { readPageAssets } from '../dist/src/report/html/page-assets.js';
import { openBrowser } from '../test/support/open-browser.mjs';
import { reportOf } from './large-report.mjs';
import { median } from './statistics.mjs';

const { values } = parseArgs({
  options: {
    findings: { type: 'string', default: '5000' },
    wrapped: { type: 'string', default: '0.25' },
    methods: { type: 'string', default: '7' },
    runs: { type: 'string', default: '7' },
    keep: { type: 'string' },
  },
});
const runs = Number(values.runs);
const report = reportOf(Number(values.findings), Number(values.wrapped), Number(values.methods));
const options = {
  root: '/repository',
  version: '0.0.0',
  coversOf: () => (scope) => new Set([scope, `${scope}.Read`]),
  madeOn: '2026-01-01',
  assets: readPageAssets(),
};

const made = times(() => htmlPage([report], options));
const page = htmlPage([report], options);
const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = values.keep === undefined ? join(folder, 'page.html') : resolve(values.keep);
writeFileSync(file, page);
const browser = await openBrowser();
if (browser === undefined) {
  throw new Error('no Chromium is at hand; set CHROMIUM to one');
}
const [opened, filtered, sorted] = [[], [], []];
for (let run = 0; run < runs; run += 1) {
  const tab = await browser.newPage();
  const start = performance.now();
  await tab.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await tab.evaluate(painted);
  opened.push(performance.now() - start);
  filtered.push(await tab.evaluate(timed, { selector: '#filter', text: 'Jobs' }));
  sorted.push(await tab.evaluate(timed, { selector: '.findings th:last-child button' }));
  await tab.close();
}
await browser.close();
rmSync(folder, { recursive: true });
const milliseconds = (list) => `${median(list).toFixed(0)} ms`;
console.log(`${report.findings.length} findings in ${report.files} files: ${(Buffer.byteLength(page) / 1e6).toFixed(2)} MB`);
console.log(`made in ${milliseconds(made)}, open after ${milliseconds(opened)}, filtered after ${milliseconds(filtered)}, sorted after ${milliseconds(sorted)}`);

function times(work) {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Runs in the page: after what was done is on the screen. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Runs in the page: milliseconds from an input or a click until it is on the screen. */
async function timed({ selector, text }) {
  const element = document.querySelector(selector);
  const start = performance.now();
  if (text === undefined) {
    element.click();
  } else {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}
