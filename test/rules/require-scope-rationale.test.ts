import rule from '../../rules/require-scope-rationale.ts';
import { manifestWith, testManifestRule } from './support/test-manifest-rule.ts';

const both = [{ fields: ['usedFor', 'rationale'] }];

testManifestRule(rule, {
  valid: [
    { name: 'what it is used for', code: manifestWith({ scopes: [{ scope: 'PIMS', usedFor: 'the list of cases' }] }) },
    { name: 'why it is needed', code: manifestWith({ scopes: [{ scope: 'PIMS', rationale: 'nothing narrower lists cases' }] }) },
    { name: 'no scope', code: manifestWith({ scopes: [] }) },
    { name: 'both', code: manifestWith({ scopes: [{ scope: 'PIMS', usedFor: 'cases', rationale: 'x' }] }), options: both },
    { name: 'another file', filename: 'uipath.json', code: manifestWith({ scopes: ['PIMS'] }) },
    { name: 'what cannot be read', code: manifestWith({ scopes: [7, {}] }) },
  ],
  invalid: [
    {
      name: 'a string, an object without reasons, and one of an environment with an empty one',
      code: manifestWith({
        scopes: ['PIMS', { scope: 'OR.Jobs', methods: ['Jobs.getAll'] }],
        environments: { production: { scopes: [{ scope: 'OR.Tasks', usedFor: ' ' }] } },
      }),
      errors: [
        {
          message: 'Nothing says why desk holds PIMS. Say it in "usedFor" or "rationale".',
          line: 1, column: 63, endLine: 1, endColumn: 69,
        },
        {
          message: 'Nothing says why desk holds OR.Jobs. Say it in "usedFor" or "rationale".',
          line: 1, column: 70, endLine: 1, endColumn: 115,
        },
        { message: 'Nothing says why desk holds OR.Tasks. Say it in "usedFor" or "rationale".' },
      ],
    },
    {
      name: 'one of two that are asked for',
      code: manifestWith({ scopes: [{ scope: 'PIMS', usedFor: 'cases' }, 'OR.Jobs'] }),
      options: both,
      errors: [{ message: 'PIMS of desk lacks "rationale".' }, { message: 'OR.Jobs of desk lacks "usedFor" and "rationale".' }],
    },
  ],
});
