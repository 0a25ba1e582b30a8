import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applications, choices, impossible, pairsOfChoices } from '../../scripts/matrix/applications.mjs';
import { projectDirectory } from '../support/workspace.ts';

it('the applications of the matrix have every possible pair of choices, and no impossible one', () => {
  const pairs = pairsOfChoices();
  const text = ({ first, second }: (typeof pairs)[number]): string => `${first.join(' ')}, ${second.join(' ')}`;
  expect(pairs.filter(({ why, applications: having }) => why === undefined && having.length === 0).map(text)).toEqual([]);
  expect(pairs.filter(({ why, applications: having }) => why !== undefined && having.length > 0).map(text)).toEqual([]);
  expect(pairs.filter(({ why }) => why !== undefined)).toHaveLength(impossible.length);
});

it('the applications of the matrix choose what there is to choose from', () => {
  const wrong = applications.flatMap((one) => Object.entries(choices).filter(([name, values]) => !values.includes(one[name as keyof typeof choices])));
  expect(wrong).toEqual([]);
});

it('docs/compatibility.md has the tables that npm run docs writes', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(projectDirectory, 'scripts/matrix/write-page.mjs'), '--check'], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
