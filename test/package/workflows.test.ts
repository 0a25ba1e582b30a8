import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDirectory } from '../support/workspace.ts';
import { readWorkflow } from '../docs/workflows.ts';

const text = (name: string): string => readFileSync(join(projectDirectory, '.github/workflows', name), 'utf8');

it.each(['ci.yml', 'release.yml'])('%s can be run, with actions that are pinned to a commit', (name) => {
  expect(readWorkflow(text(name)).problems).toEqual([]);
  const actions = Array.from(text(name).matchAll(/uses: (\S+)/g), ([, action = '']) => action);
  expect(actions.length).toBeGreaterThan(1);
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

it('a release is audited, checked and published with provenance, by what names its repository', () => {
  const { lines } = readWorkflow(text('release.yml'));
  const publish = lines.indexOf('npx changeset publish');
  for (const before of ['npm audit signatures', 'npm audit --omit=dev --audit-level=moderate', '.ci/run']) {
    expect(lines.indexOf(before)).toBeGreaterThan(-1);
    expect(lines.indexOf(before)).toBeLessThan(publish);
  }
  expect(lines[publish - 1]).toMatch(/^npm pkg set repository\.type=git /);
  expect(text('release.yml')).toMatch(/NPM_CONFIG_PROVENANCE: 'true'/);
  expect(text('release.yml')).toMatch(/id-token: write/);
});
