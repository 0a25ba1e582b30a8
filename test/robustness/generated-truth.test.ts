import { describe, expect, it } from 'vitest';
import { createJudge } from '../../bench/generated-truth/judge-programs.mjs';
import { analyse } from '../../src/verdict/analyse.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, uipathIndex } from '../usage/virtual-application.ts';

const judge = createJudge({ ts: loadTypeScript('6.0'), directory: applicationDirectory, analyse, index: uipathIndex });

/** The first of what `node bench/generated-truth/run.mjs` tries; it also makes a program that fails as small as it gets. */
describe('generated programs of which it is known what they lack and what they do not need', () => {
  it.each([
    [1, 120, 'raw', "with the SDK's own declarations"],
    [121, 80, 'guarded', 'with declarations that carry grants'],
  ] as const)('from seed %i on, %i of them, %s: %s', (first, count, declarations) => {
    const wrong = judge.judgeSeeds(first, count, declarations === 'guarded').filter(({ problems }) => problems.length > 0);
    expect(wrong.map(({ recipe, problems }) => `seed ${recipe.seed}: ${problems.join('; ')}`)).toEqual([]);
  });
});
