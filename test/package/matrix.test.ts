import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

it('those that .ci/run tries have every choice, and every way of having TypeScript 7', () => {
  const [, words = ''] = /npm run matrix -- ([\d ]+)/.exec(readFileSync(join(projectDirectory, '.ci/run'), 'utf8')) ?? [];
  const tried = applications.filter((_, index) => words.split(' ').includes(String(index + 1)));
  const missing = Object.entries(choices).flatMap(([name, values]) => values.filter((value) => tried.every((one) => one[name as keyof typeof choices] !== value)));
  expect(missing).toEqual([]);
  expect(tried.map(({ setup }) => setup).sort()).toEqual(expect.arrayContaining(['alias', 'alone', 'oxlint', 'tsgo']));
});

it('docs/compatibility.md has the tables that npm run docs writes', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(projectDirectory, 'scripts/matrix/write-page.mjs'), '--check'], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
