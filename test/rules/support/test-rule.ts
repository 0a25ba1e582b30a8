import * as parser from '@typescript-eslint/parser';
import { RuleTester, type InvalidTestCase, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

export interface RuleTests<MessageIds extends string> {
  readonly valid: readonly (string | ValidTestCase<readonly unknown[]>)[];
  readonly invalid: readonly InvalidTestCase<MessageIds, readonly unknown[]>[];
}

/** Tests a rule on single files, without types. */
export function testRule<MessageIds extends string>(
  rule: TSESLint.RuleModule<MessageIds, readonly unknown[]> & { readonly name: string },
  tests: RuleTests<MessageIds>,
): void {
  // The parser is named because the tester brings one of its own, of another version.
  const tester = new RuleTester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } });
  // The same interface of two versions of typescript-eslint, which differ in `undefined` for what is optional.
  tester.run(rule.name, rule as never, tests);
}
