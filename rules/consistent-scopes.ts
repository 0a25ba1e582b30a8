import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'consistent-scopes',
  meta: {
    type: 'problem',
    docs: {
      description: 'require the places that declare scopes to agree',
      recommended: 'warn',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create: (context) => defineFindingVisitor(context, 'consistent-scopes'),
});
