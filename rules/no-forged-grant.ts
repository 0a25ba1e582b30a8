import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';

export default createRule({
  name: 'no-forged-grant',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow casts that give a client scopes which it does not hold',
      recommended: 'error',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create: (context) => defineFindingVisitor(context, 'no-forged-grant'),
});
