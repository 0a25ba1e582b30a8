import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineManifestVisitor } from './utils/define-manifest-visitor.ts';

export default createRule({
  name: 'valid-manifest',
  meta: {
    type: 'problem',
    docs: {
      description: 'require oauth-scopes.json to have the form that its readers expect',
      recommended: 'error',
    },
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: {
      invalid: '{{message}}',
      replace: 'Write {{suggestion}} instead.',
    },
  },
  create: (context) =>
    defineManifestVisitor(context, ({ problems }) => {
      // A scope that stands twice is for no-duplicate-scope, which can take it out.
      for (const { place, message, suggestion } of problems.filter(({ isRepeatedScope }) => isRepeatedScope !== true)) {
        if (place !== undefined) {
          const coordinates = coordinatesOf(context.sourceCode);
          const [start, end] = coordinates.range(place);
          context.report({
            loc: coordinates.location(place),
            messageId: 'invalid',
            data: { message: sentence(message) },
            suggest:
              suggestion === undefined
                ? []
                : [{ messageId: 'replace', data: { suggestion }, fix: (fixer) => fixer.replaceTextRange([start + 1, end - 1], suggestion) }],
          });
        }
      }
    }),
});

/** As ESLint has messages, with a capital and a full stop. A question has its mark already. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('?') ? '' : '.'}`;
}
