import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-overdue-review.ts';
import { lintApplication } from './support/lint-application.ts';
import { manifestWith, testManifestRule } from './support/test-manifest-rule.ts';

const onJulyFirst = [{ today: '2026-07-01' }];
const quarterly = [{ today: '2026-07-01', everyMonths: 3 }];

testManifestRule(rule, {
  valid: [
    { name: 'no date at all', code: manifestWith({ scopes: ['PIMS'] }), options: onJulyFirst },
    { name: 'the day itself', code: manifestWith({ nextReview: '2026-07-01' }), options: onJulyFirst },
    { name: 'a month lasts until its end', code: manifestWith({ nextReview: '2026-07' }), options: onJulyFirst },
    { name: 'only the next review counts', code: manifestWith({ updated: '2020-01-01' }), options: onJulyFirst },
    { name: 'within the months', code: manifestWith({ updated: '2026-04-01', scopes: ['PIMS'] }), options: quarterly },
    { name: 'a date of its own for each scope', code: manifestWith({ scopes: [{ scope: 'PIMS', updated: '2026-06' }] }), options: quarterly },
    { name: 'a date of the next review, however late', code: manifestWith({ updated: '2020-01-01', nextReview: '2027-01' }), options: quarterly },
    { name: 'the real date', code: manifestWith({ nextReview: '9999-12-31' }) },
    { name: 'another file', filename: 'package.json', code: manifestWith({ nextReview: '2020-01-01' }) },
  ],
  invalid: [
    {
      name: 'of the application, and of one of its scopes',
      code: manifestWith({ nextReview: '2026-06-30', scopes: [{ scope: 'PIMS', nextReview: '2026-05' }, 'OR.Jobs'] }),
      options: onJulyFirst,
      errors: [
        {
          message: 'The review of desk was due by 2026-06-30. Look through it, then change "updated" and "nextReview".',
          line: 1, column: 66, endLine: 1, endColumn: 78,
        },
        { message: 'The review of PIMS was due by 2026-05-31. Look through it, then change "updated" and "nextReview".' },
      ],
    },
    {
      name: 'so many months after the last one',
      code: manifestWith({ updated: '2026-03-31', environments: { production: { scopes: [{ scope: 'PIMS', updated: '2026-02' }] } } }),
      options: quarterly,
      errors: [
        { message: 'The review of desk was due by 2026-06-30. Look through it, then change "updated" and "nextReview".' },
        { message: 'The review of PIMS was due by 2026-05-28. Look through it, then change "updated" and "nextReview".' },
      ],
    },
    {
      name: 'a scope that was never reviewed',
      code: manifestWith({ scopes: ['PIMS', { scope: 'OR.Jobs', updated: '2026-06' }] }),
      options: quarterly,
      errors: [
        {
          message: 'Nothing says when PIMS was reviewed, which is to be done every 3 months. Add "updated" or "nextReview".',
          line: 1, column: 63, endLine: 1, endColumn: 69,
        },
      ],
    },
    { name: 'the real date', code: manifestWith({ nextReview: '2020-01-01' }), errors: [{ messageId: 'overdue' }] },
  ],
});

describe('a day that the calendar does not have', () => {
  it('is refused as an option', async () => {
    const files = { 'oauth-scopes.json': manifestWith({ scopes: [] }) };
    const config = (await import('../../index.ts')).default.configs.recommended;
    const rules: Linter.RulesRecord = { 'oauth-scopes/no-overdue-review': ['error', { today: '2026-02-30' }] };
    await expect(lintApplication(files, { config: [...config, { files: ['**/*'], rules }] })).rejects.toThrow(
      'oauth-scopes/no-overdue-review: "today" is "2026-02-30", which is no day of the calendar',
    );
  });
});
