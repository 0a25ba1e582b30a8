import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'no-unmapped-call',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow calls of which the catalog does not say what they need',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create: (context) => defineFindingVisitor(context, 'no-unmapped-call'),
});
