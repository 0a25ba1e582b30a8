import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'no-missing-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow calls that need a scope which their client does not hold',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create: (context) => defineFindingVisitor(context, 'no-missing-scope'),
});
