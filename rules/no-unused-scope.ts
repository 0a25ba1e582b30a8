import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, privilegeMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'no-unused-scope',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow scopes that no call needs',
      recommended: 'warn',
      requiresTypeChecking: true,
    },
    // eslint-disable-next-line eslint-plugin/require-meta-has-suggestions -- a function that several rules share makes the reports
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: privilegeMessages,
  },
  create: (context) => defineFindingVisitor(context, 'no-unused-scope'),
});
