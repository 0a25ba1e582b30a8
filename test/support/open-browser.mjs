import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Where systems have it. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Starts a headless Chromium: the one that CHROMIUM names, else that of the development dependencies (Linux on x64), which brings what a bare
 * machine lacks and is unpacked into the directory for temporary files, else an installed one.
 * @returns {Promise<import('playwright-core').Browser | undefined>} nothing where there is none
 */
export async function openBrowser() {
  const named = process.env['CHROMIUM'];
  if (named !== undefined) {
    return chromium.launch({ executablePath: named, args: ['--no-sandbox'] });
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return openPackaged();
  }
  const executablePath = INSTALLED.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

async function openPackaged() {
  // It is made for a service whose machines have no libraries, and unpacks its own only where it takes the machine for one of these.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  const path = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return chromium.launch({ executablePath, env: { ...process.env, LD_LIBRARY_PATH: path }, args: ['--no-sandbox'] });
}
