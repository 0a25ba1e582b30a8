import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineProblemVisitor } from './utils/define-problem-visitor.ts';
import { judgeImplied } from './utils/judge-implied.ts';
import { messagesFor } from './utils/report-problem.ts';

export default createRule({
  name: 'no-duplicate-scope',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow a scope that stands twice in a string, or that another one of the string implies',
      recommended: 'error',
    },
    fixable: 'code',
    // eslint-disable-next-line eslint-plugin/require-meta-has-suggestions -- a function that several rules share makes the reports
    hasSuggestions: true,
    languages: anyLanguage,
    schema: [],
    messages: messagesFor('repeated', 'implied'),
  },
  create: (context) => defineProblemVisitor(context, 'duplicate', (problem, string) => judgeImplied(problem, string, context)),
});
