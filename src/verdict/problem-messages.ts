import type { Problem, ProblemReason } from '../scopes/inspect.ts';
import type { Scope } from '../scopes/requirement.ts';

/** What is said of each thing that can be wrong with a scope string: templates for `fillMessage` and ESLint, with the data of `problemData`. */
export const problemMessages: Readonly<Record<ProblemReason, string>> = {
  empty: 'The scope string is empty. Name the scopes that the application needs.',
  comma: 'A comma stands {{where}}. Separate scopes by single spaces.',
  'surplus-space': 'Surplus white space stands {{where}}. Separate scopes by single spaces, and put none at either end.',
  'wrong-separator': "'{{written}}' is not separated as scopes are.{{hint}}",
  'space-inside': "'{{written}}' has a space inside a scope.{{hint}}",
  'wrong-case': "'{{written}}' is not how the scope is written: upper and lower case matter.{{hint}}",
  'forbidden-character': "'{{written}}' has a character that no scope may have.{{hint}}",
  'wrong-form': "'{{written}}' does not have the form of a scope of {{provider}}.{{hint}}",
  placeholder: "'{{written}}' is a placeholder. Put the scopes in its place that the application needs.",
  'doubled-key': "'{{written}}' repeats the name of the variable inside its value. Take it out.",
  unknown: "{{provider}} has no scope '{{written}}'.{{hint}}",
  permission: "'{{written}}' is a permission of a role, not a scope.{{hint}}",
  deprecated: "{{provider}} has retired the scope '{{written}}'.{{hint}}",
  repeated: '{{scope}} stands in this string more than once. Remove the repetition.',
  implied: '{{scope}} is implied by {{impliedBy}}, which stands in the same string. One of them is enough.',
};

/** The parts of a message about one problem. */
export interface ProblemData {
  /** The stretch as it stands. */
  readonly written: string;
  readonly scope: string;
  readonly impliedBy: string;
  readonly provider: string;
  /** "after OR.Jobs". */
  readonly where: string;
  /** " Did you mean OR.Jobs?", or nothing. */
  readonly hint: string;
}

/**
 * @param text the scope string that the problem is in
 * @param provider the provider's title
 */
export function problemData(problem: Problem, text: string, provider: string): ProblemData {
  return {
    written: text.slice(problem.start, problem.end),
    scope: problem.scope,
    impliedBy: problem.impliedBy ?? '',
    provider,
    where: describeWhere(problem, text),
    hint: describeHint(problem),
  };
}

/** Puts data into a template. */
function fillMessage(template: string, data: Readonly<Record<string, string>> | ProblemData): string {
  const values = new Map<string, string>(Object.entries({ ...data }));
  return template.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values.get(name) ?? placeholder);
}

/** The whole message, for whoever has no template of its own. */
export function describeProblem(problem: Problem, text: string, provider: string): string {
  return fillMessage(problemMessages[problem.reason], problemData(problem, text, provider));
}

function describeWhere({ start, end }: Problem, text: string): string {
  const before = /(?<![^\s,])[^\s,]+$/.exec(text.slice(0, start).slice(-LONGEST_NAMED))?.[0];
  const after = /^[^\s,]*/.exec(text.slice(end, end + LONGEST_NAMED))?.[0];
  return before === undefined ? `before ${after}` : `after ${before}`;
}

/** A word longer than this is no scope, and its end says as much as the whole. */
const LONGEST_NAMED = 100;

function describeHint({ reason, suggestions }: Problem): string {
  const [best, ...others] = suggestions.flatMap(({ scope }) => scope ?? []);
  if (best === undefined) {
    return reason === 'unknown' || reason === 'wrong-form' ? " Check its spelling in the provider's documentation." : '';
  }
  switch (reason) {
    case 'permission':
      return describePermission(best, others);
    case 'deprecated':
      return ` Use ${best}.`;
    default:
      return ` Did you mean ${best}?`;
  }
}

/** Calls that demand one permission may accept different scopes; the first is the one that names the same thing, and nearly always meant. */
function describePermission(best: Scope, others: readonly Scope[]): string {
  const instead = others.length === 0 ? '' : ` (some calls that demand the permission accept ${others.join(' or ')} instead)`;
  return ` Declare ${best}${instead}.`;
}
