import { relative } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import { placeInText } from '../../src/grants/located-text.ts';
import type { Problem, ProblemReason, ScopeSuggestion } from '../../src/scopes/inspect.ts';
import { atTheClient } from '../../src/verdict/messages.ts';
import { describeProblem, problemData, problemMessages } from '../../src/verdict/problem-messages.ts';
import { coordinatesOf } from './coordinates.ts';
import type { ScopeString } from './scope-strings.ts';
import { sourceEdit } from './source-edit.ts';

/** Message ids of a rule about scope strings: what is wrong, and what the suggestions are called. */
export type ProblemMessageId = ProblemReason | keyof typeof ownMessages;

export type ProblemContext = Readonly<TSESLint.RuleContext<ProblemMessageId, readonly unknown[]>>;

const ownMessages = {
  atTheClient: '{{message}}',
  replace: 'Write {{scope}} instead.',
  remove: 'Remove it.',
  separate: 'Separate the scopes by single spaces.',
};

/** `meta.messages` of a rule that reports these reasons: the sentences that the command line prints, too. */
export function messagesFor(...reasons: readonly ProblemReason[]): Record<ProblemMessageId, string> {
  const sentences = Object.fromEntries(reasons.map((reason) => [reason, problemMessages[reason]]));
  // Typed as if all were there: that a rule reports only problems of its own kind is more than the types of ESLint can say.
  return { ...sentences, ...ownMessages } as Record<ProblemMessageId, string>;
}

/**
 * Reports a problem where it stands, with what can be done about it in this file. A problem in a file that is not linted is reported where
 * the client is made; one in another file that is, when that file is linted.
 */
export function reportProblem(context: ProblemContext, string: ScopeString, problem: Problem): void {
  const place = placeInText(string, problem.start, problem.end, string.place);
  if (string.client !== null) {
    const message = describeProblem(problem, string.text, string.index.catalog.title);
    context.report({
      loc: coordinatesOf(context.sourceCode).location(string.client),
      messageId: 'atTheClient',
      data: { message: atTheClient(message, forwardSlashes(relative(context.cwd, place.file)), place.line) },
    });
    return;
  }
  if (place.file !== forwardSlashes(context.filename)) {
    return;
  }
  const fix = problem.fix === undefined ? null : sourceEdit(string, problem.fix, context);
  context.report({
    loc: coordinatesOf(context.sourceCode).location(place),
    messageId: problem.reason,
    data: { ...problemData(problem, string.text, string.index.catalog.title) },
    fix: fix === null ? null : (fixer) => fixer.replaceTextRange(fix.range, fix.text),
    suggest: problem.suggestions.flatMap((suggestion) => describeSuggestion(context, string, suggestion)),
  });
}

function describeSuggestion(
  context: ProblemContext,
  string: ScopeString,
  suggestion: ScopeSuggestion,
): TSESLint.ReportSuggestionArray<ProblemMessageId> {
  const edit = sourceEdit(string, suggestion, context);
  if (edit === null) {
    return [];
  }
  const messageId = suggestion.scope === undefined ? (suggestion.text === '' ? 'remove' : 'separate') : 'replace';
  return [{ messageId, data: { scope: suggestion.scope }, fix: (fixer) => fixer.replaceTextRange(edit.range, edit.text) }];
}
