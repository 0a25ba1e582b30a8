import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineProblemVisitor } from './utils/define-problem-visitor.ts';
import { messagesFor } from './utils/report-problem.ts';

export default createRule({
  name: 'no-unknown-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow scopes that the provider does not have',
      recommended: 'error',
    },
    // eslint-disable-next-line eslint-plugin/require-meta-has-suggestions -- a function that several rules share makes the reports
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: messagesFor('unknown', 'permission', 'deprecated'),
  },
  create: (context) => defineProblemVisitor(context, 'unknown'),
});
