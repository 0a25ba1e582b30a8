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
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: messagesFor('unknown', 'permission', 'deprecated'),
  },
  create: (context) => defineProblemVisitor(context, 'unknown'),
});
