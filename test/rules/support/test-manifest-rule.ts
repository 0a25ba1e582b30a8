import type { RuleTester } from 'eslint';
import { describe } from 'vitest';
import { asRule, jsonSetups, ruleTester } from './language-rule-tester.ts';

export interface ManifestRuleTests {
  readonly valid: readonly RuleTester.ValidTestCase[];
  readonly invalid: readonly RuleTester.InvalidTestCase[];
}

/** Tests a rule on files that are named oauth-scopes.json where they have no other name. */
export function testManifestRule(rule: { readonly name: string }, { valid, invalid }: ManifestRuleTests): void {
  const named = <Case extends RuleTester.ValidTestCase>(one: Case): Case => ({ filename: 'oauth-scopes.json', ...one });
  describe.each(Object.entries(jsonSetups))('a manifest %s', (_name, setup) => {
    const tests = { valid: valid.map(named), invalid: invalid.map(named) };
    ruleTester(setup).run(rule.name, asRule(rule), tests);
  });
}

/** The text of a manifest with one application, `desk`, of these properties. */
export function manifestWith(properties: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ applications: [{ name: 'desk', provider: 'uipath', ...properties }] });
}
