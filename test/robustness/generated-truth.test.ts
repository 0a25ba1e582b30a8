import { describe, expect, it } from 'vitest';
import { createJudge } from '../../bench/generated-truth/judge-programs.mjs';
import { analyse } from '../../src/verdict/analyse.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, uipathIndex } from '../usage/virtual-application.ts';

const judge = createJudge({ ts: loadTypeScript('6.0'), directory: applicationDirectory, analyse, index: uipathIndex });

/** The first of what `node bench/generated-truth/run.mjs` tries; it also makes a program that fails as small as it gets. */
describe('generated programs of which it is known what they lack and what they do not need', () => {
  it.each([
    { first: 1, count: 120, overlay: false, declarations: "the SDK's own declarations" },
    { first: 121, count: 80, overlay: true, declarations: 'declarations that carry grants' },
  ])('$count from seed $first on, with $declarations', ({ first, count, overlay }) => {
    const judged = judge.judgeSeeds(first, count, overlay);
    expect(judged).toHaveLength(count);
    const wrong = judged.filter(({ problems }) => problems.length > 0);
    expect(wrong.map(({ recipe, problems }) => `seed ${recipe.seed}: ${problems.join('; ')}`)).toEqual([]);
  });
});
