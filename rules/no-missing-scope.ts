import { forwardSlashes } from '../src/grants/file-system.ts';
import { analysesOf } from './utils/analyses-of.ts';
import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';

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
    messages: { missing: '{{message}}' },
  },
  create: (context) => ({
    Program() {
      const file = forwardSlashes(context.filename);
      const coordinates = coordinatesOf(context.sourceCode);
      for (const { report } of analysesOf(context)) {
        for (const { rule, place, message } of report.findings) {
          if (rule === 'no-missing-scope' && place.file === file) {
            context.report({ loc: coordinates.location(place), messageId: 'missing', data: { message } });
          }
        }
      }
    },
  }),
});
