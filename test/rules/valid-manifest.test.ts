import rule from '../../rules/valid-manifest.ts';
import { manifestWith, testManifestRule } from './support/test-manifest-rule.ts';

testManifestRule(rule, {
  valid: [
    { name: 'everything in order', code: manifestWith({ scopes: ['PIMS', { scope: 'OR.Jobs', nextReview: '2026-06' }] }) },
    { name: 'a scope twice, which no-duplicate-scope reports', code: manifestWith({ scopes: ['PIMS', 'PIMS'] }) },
    { name: 'what files and packages need', code: manifestWith({ needs: { './package.json': [], './rules/**': ['PIMS'], 'some-widgets': [] } }) },
    { name: 'another file', filename: 'other.json', code: '{ "applications": 1 }' },
  ],
  invalid: [
    {
      name: 'each error, with what was probably meant',
      code: '{\n  "version": 2,\n  "applications": [{ "name": "desk", "provider": "uipth", "scops": ["PIMS"], "updated": "2026-02-30" }]\n}',
      errors: [
        {
          message: '"version" is 2, which this eslint-plugin-oauth-scopes does not know yet: install a newer one.',
          line: 2, column: 14, endLine: 2, endColumn: 15,
        },
        {
          message: 'Application "desk" names the provider "uipth", of which there is no catalog; did you mean "uipath"?',
          line: 3, column: 50, endLine: 3, endColumn: 57,
          suggestions: [
            {
              desc: 'Write uipath instead.',
              output: '{\n  "version": 2,\n  "applications": [{ "name": "desk", "provider": "uipath", "scops": ["PIMS"], "updated": "2026-02-30" }]\n}',
            },
          ],
        },
        {
          message: '"scops" of application "desk" is not known; did you mean "scopes"?',
          line: 3, column: 59, endLine: 3, endColumn: 66,
          suggestions: [
            {
              desc: 'Write scopes instead.',
              output: '{\n  "version": 2,\n  "applications": [{ "name": "desk", "provider": "uipth", "scopes": ["PIMS"], "updated": "2026-02-30" }]\n}',
            },
          ],
        },
        {
          message:
            '"updated" of application "desk" must be a day such as 2026-09-30 or a month such as 2026-09 that the calendar has.',
          line: 3, column: 89, endLine: 3, endColumn: 101,
        },
      ],
    },
    {
      name: 'a path that is none, and one that leads nowhere',
      code: manifestWith({ needs: { 'rules/index.ts': [], './nowhere.ts': [] } }),
      errors: [
        {
          message: '"rules/index.ts" of "needs" of application "desk" is neither a package nor a path from this file that begins with "./" or "../"; '
            + 'did you mean "./rules/index.ts"?',
          suggestions: [{ desc: 'Write ./rules/index.ts instead.', output: manifestWith({ needs: { './rules/index.ts': [], './nowhere.ts': [] } }) }],
        },
        { message: '"./nowhere.ts" of "needs" of application "desk" is a file that is not there.' },
      ],
    },
    {
      name: 'a restricted scope that stands twice',
      code: '{ "applications": [], "restricted": ["PIMS", "PIMS"] }',
      errors: [{ message: '"restricted" has the scope "PIMS" twice.' }],
    },
    {
      name: 'another form altogether',
      code: '[]',
      errors: [{ message: 'Must be an object with a list "applications".', line: 1, column: 1, endLine: 1, endColumn: 3 }],
    },
  ],
});
