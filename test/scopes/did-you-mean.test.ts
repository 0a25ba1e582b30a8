import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/scopes/did-you-mean.ts';

describe('didYouMean', () => {
  it.each([
    ['aplications', ['catalogs', 'applications'], 'applications'],
    ['APPLICATIONS', ['catalogs', 'applications'], 'applications'],
    ['applications', ['Applications'], 'Applications'],
    ['chekc', ['sync', 'check'], 'check'],
    ['chek', ['sync', 'checks', 'check'], 'check'],
    ['xyab', ['abab', 'xyabz'], 'xyabz'],
  ])('takes %s, out of %j, for %s', (typed, candidates, meant) => {
    expect(didYouMean(typed, candidates)).toBe(meant);
  });

  it.each([
    ['chexxx', ['check'], 'more than two edits'],
    ['abxx', ['abcd'], 'as many as half of the letters'],
    ['it', ['if'], 'half of a short name'],
    ['anything', [], 'nothing to choose from'],
  ])('has no idea what %s means among %j: %s', (typed, candidates) => {
    expect(didYouMean(typed, candidates)).toBeUndefined();
  });

  it('takes the first of two that are as near', () => {
    expect(didYouMean('check', ['checka', 'checkb'])).toBe('checka');
    expect(didYouMean('check', ['checkb', 'checka'])).toBe('checkb');
  });
});
