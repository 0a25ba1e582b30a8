/** How much it matters that a rule is broken: what SARIF and GitHub call it. */
export type Level = 'error' | 'warning' | 'note';

/** What a report says of a rule. */
export interface RuleText {
  readonly rule: string;
  /** What the rule asks for, as its ESLint rule describes it: "disallow scopes that no call needs". */
  readonly description: string;
  /** Why it matters, in whole sentences. */
  readonly why: string;
  /** That of the shared config `recommended`; what is not in it is a note. */
  readonly level: Level;
  /** What is at stake: a call that fails, or a token that opens too much. */
  readonly concern: 'correctness' | 'security';
}

/** Every rule that `check` reports or names beside what is undecided. A test holds them against the rules themselves. */
export const ruleTexts: readonly RuleText[] = [
  {
    rule: 'no-malformed-scope',
    description: 'disallow scope strings that are not a list of scopes separated by single spaces',
    why: 'A provider reads a malformed string as other scopes than are meant, or refuses the sign-in.',
    level: 'error',
    concern: 'correctness',
  },
  {
    rule: 'no-unknown-scope',
    description: 'disallow scopes that the provider does not have',
    why: 'A provider refuses a sign-in that asks for a scope which it does not have, or grants nothing for it.',
    level: 'error',
    concern: 'correctness',
  },
  {
    rule: 'no-duplicate-scope',
    description: 'disallow a scope that stands twice in a string, or that another one of the string implies',
    why: 'A repeated scope grants nothing, and hides from a reader what is held.',
    level: 'error',
    concern: 'correctness',
  },
  {
    rule: 'no-missing-scope',
    description: 'disallow calls that need a scope which their client does not hold',
    why: 'The provider answers such a call with 403, and nothing shows it before the program runs.',
    level: 'error',
    concern: 'correctness',
  },
  {
    rule: 'no-unused-scope',
    description: 'disallow scopes that no call needs',
    why: 'A token opens everything that its scopes allow. A scope that no call needs is only of use to whoever steals the token.',
    level: 'warning',
    concern: 'security',
  },
  {
    rule: 'prefer-narrow-scope',
    description: 'disallow scopes for which a narrower one would do',
    why: 'A token opens everything that its scopes allow. What a broader scope allows beyond the calls is only of use to whoever steals the token.',
    level: 'warning',
    concern: 'security',
  },
  {
    rule: 'consistent-scopes',
    description: 'require the places that declare scopes to agree',
    why: 'Where two places declare different scopes, what a review reads is not what the application asks for.',
    level: 'warning',
    concern: 'security',
  },
  {
    rule: 'no-forged-grant',
    description: 'disallow casts that give a client scopes which it does not hold',
    why: 'The compiler believes the cast and no longer reports the calls that the provider will refuse.',
    level: 'error',
    concern: 'correctness',
  },
  {
    rule: 'no-restricted-scope',
    description: 'disallow scopes that a policy forbids, or allows only with a reason',
    why: 'The team agreed not to hold this scope, or to hold it only for a stated reason.',
    level: 'error',
    concern: 'security',
  },
  {
    rule: 'no-unresolved-scope',
    description: 'disallow clients whose scopes cannot be known before the program runs',
    why: 'Calls of a client whose scopes are not known cannot be checked.',
    level: 'note',
    concern: 'correctness',
  },
  {
    rule: 'no-unmapped-call',
    description: 'disallow calls of which the catalog does not say what they need',
    why: 'A call without a known requirement cannot be checked, and may need any scope that seems unused.',
    level: 'note',
    concern: 'correctness',
  },
];

/** What is said of a rule; of one that is not in the table its name alone. */
export function ruleTextOf(rule: string): RuleText {
  const unknown: RuleText = { rule, description: rule, why: `See the documentation of ${rule}.`, level: 'warning', concern: 'correctness' };
  return ruleTexts.find((text) => text.rule === rule) ?? unknown;
}

/** Where the rule is documented, in the version that made the report. */
export function ruleAddress(rule: string, version: string): string {
  return `https://unpkg.com/eslint-plugin-oauth-scopes@${version}/docs/rules/${rule}.md`;
}
