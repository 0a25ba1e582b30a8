import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'no-unresolved-scope',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow clients whose scopes cannot be known before the program runs',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create: (context) => defineFindingVisitor(context, 'no-unresolved-scope'),
});
