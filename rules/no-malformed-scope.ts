import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineProblemVisitor } from './utils/define-problem-visitor.ts';
import { messagesFor } from './utils/report-problem.ts';

export default createRule({
  name: 'no-malformed-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow scope strings that are not a list of scopes separated by single spaces',
      recommended: 'error',
    },
    fixable: 'code',
    // eslint-disable-next-line eslint-plugin/require-meta-has-suggestions -- a function that several rules share makes the reports
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: messagesFor(
      'empty', 'comma', 'surplus-space', 'wrong-separator', 'space-inside', 'wrong-case', 'forbidden-character', 'wrong-form',
      'placeholder', 'doubled-key',
    ),
  },
  create: (context) => defineProblemVisitor(context, 'malformed'),
});
