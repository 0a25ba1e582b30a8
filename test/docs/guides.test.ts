import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeWorkspace, projectDirectory, type WorkspaceOptions } from '../support/workspace.ts';
import { executePage } from './execute-page.ts';

/** The guides, and what their reader has already besides the files that the guide shows. */
const guides: Readonly<Record<string, WorkspaceOptions>> = {
  'docs/getting-started-uipath.md': { plugin: 'built', files: { 'package.json': { name: 'task-desk', type: 'module' } } },
  'docs/getting-started-genesys.md': { sdk: null, packages: ['purecloud-platform-client-v2'], files: { 'package.json': { name: 'queue-board', type: 'module' } } },
  'docs/getting-started-talkdesk.md': { sdk: null, files: { 'package.json': { name: 'desk', type: 'module' } } },
};

// `npx vitest run test/docs/guides.test.ts -u` writes into the pages what the commands print now.
it.each(Object.entries(guides))('%s: done from top to bottom, the commands print what stands there', async (page, options) => {
  const path = join(projectDirectory, page);
  const workspace = makeWorkspace({ ...options, files: { 'package-lock.json': {}, ...options.files } });
  try {
    await expect(await executePage(readFileSync(path, 'utf8'), workspace)).toMatchFileSnapshot(path);
  } finally {
    workspace.remove();
  }
}, 180_000);
