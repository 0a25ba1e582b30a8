import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programs, run } from '../../examples/example-application.mjs';
import { openBrowser } from '../../test/support/open-browser.mjs';

/**
 * The page for a review of the example, as a browser shows its upper part.
 * @param {string} directory the example, with everything installed
 * @returns {{ hash: string, draw: () => Promise<Buffer> }} what the page says, and its picture as PNG
 */
export function pictureReport(directory) {
  const file = 'oauth-scopes-report.html';
  const { output } = run(directory, programs.oauthScopes, ['report', '--out', file]);
  const page = readFile(join(directory, file), output);
  const hash = createHash('sha256').update(contentOf(page)).digest('hex');
  return { hash, draw: () => photograph(pathToFileURL(join(directory, file)).href) };
}

/** The page without its style, its script and the day on which it was made. */
function contentOf(page) {
  return page
    .slice(page.indexOf('<body'))
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/Made on \d{4}-\d{2}-\d{2}/, '');
}

function readFile(path, output) {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`oauth-scopes report wrote no page:\n${output}`, { cause });
  }
}

async function photograph(url) {
  const browser = await openBrowser();
  if (browser === undefined) {
    throw new Error('The picture of the report needs a browser: name a Chromium in the environment variable CHROMIUM.');
  }
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 860 }, colorScheme: 'light' });
    await page.goto(url);
    return await page.screenshot({ type: 'png' });
  } finally {
    await browser.close();
  }
}
