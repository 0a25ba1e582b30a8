import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, privilegeMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'prefer-narrow-scope',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow scopes for which a narrower one would do',
      recommended: 'warn',
      requiresTypeChecking: true,
    },
    // eslint-disable-next-line eslint-plugin/require-meta-has-suggestions -- a function that several rules share makes the reports
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: privilegeMessages,
  },
  create: (context) => defineFindingVisitor(context, 'prefer-narrow-scope'),
});
