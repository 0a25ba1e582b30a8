import { analysesOf } from './utils/analyses-of.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { reportUnused } from './utils/report-unused.ts';

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
    messages: {
      unused: '{{message}}',
      remove: 'Remove {{scope}}.',
    },
  },
  create: (context) => ({
    Program() {
      for (const analysis of analysesOf(context)) {
        for (const finding of analysis.report.findings) {
          if (finding.rule === 'no-unused-scope') {
            reportUnused(context, finding, analysis);
          }
        }
      }
    },
  }),
});
