import { expect, it } from 'vitest';
import { describeClause, describeRequirement } from '../../src/scopes/requirement.ts';

it('a clause and a requirement as a message says them', () => {
  expect(describeClause(['OR.Jobs', 'OR.Jobs.Read'])).toBe('OR.Jobs or OR.Jobs.Read');
  expect(describeRequirement([['OR.Jobs', 'OR.Jobs.Read'], ['PIMS']])).toBe('OR.Jobs or OR.Jobs.Read, and PIMS');
  expect(describeRequirement([['PIMS']])).toBe('PIMS');
  expect(describeRequirement([])).toBe('no scope');
});
