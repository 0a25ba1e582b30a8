import json from '@eslint/json';
import { RuleTester, type Linter, type Rule } from 'eslint';
import { afterAll, describe, it } from 'vitest';
import { scopeFileParser } from '../../../rules/utils/scope-file-parser.ts';

Object.assign(RuleTester, { afterAll, describe, it });

/** The ways in which a manifest is linted. */
const setups: Readonly<Record<string, Linter.Config>> = {
  'with our parser': { languageOptions: { parser: scopeFileParser } },
  'where @eslint/json declares the language': { plugins: { json }, language: 'json/json' },
  'where @eslint/json declares it to be JSON with comments': { plugins: { json }, language: 'json/jsonc' },
};

export interface ManifestRuleTests {
  readonly valid: readonly RuleTester.ValidTestCase[];
  readonly invalid: readonly RuleTester.InvalidTestCase[];
}

/** Tests a rule on files that are named oauth-scopes.json where they have no other name. */
export function testManifestRule(rule: { readonly name: string }, { valid, invalid }: ManifestRuleTests): void {
  const named = <Case extends RuleTester.ValidTestCase>(one: Case): Case => ({ filename: 'oauth-scopes.json', ...one });
  describe.each(Object.entries(setups))('a manifest %s', (_name, setup) => {
    const tests = { valid: valid.map(named), invalid: invalid.map(named) };
    new RuleTester(setup).run(rule.name, rule as unknown as Rule.RuleModule, tests);
  });
}

/** The text of a manifest with one application, `desk`, of these properties. */
export function manifestWith(properties: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ applications: [{ name: 'desk', provider: 'uipath', ...properties }] });
}
