import * as parser from '@typescript-eslint/parser';
import { RuleTester, type InvalidTestCase, type TestCaseError, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

export interface RuleTests<MessageIds extends string> {
  readonly valid: readonly (string | ValidTestCase<readonly unknown[]>)[];
  readonly invalid: readonly FailingCase<MessageIds>[];
}

interface FailingCase<MessageIds extends string> extends Omit<InvalidTestCase<MessageIds, readonly unknown[]>, 'errors'> {
  readonly errors: readonly ExpectedError<MessageIds>[];
}

/** The tester takes the sentence in place of the id, though its types do not say so. */
type ExpectedError<MessageIds extends string> = Partial<TestCaseError<MessageIds>> & { readonly message?: string };

/** Tests a rule on single files, without types. */
export function testRule<MessageIds extends string>(
  rule: TSESLint.RuleModule<MessageIds, readonly unknown[]> & { readonly name: string },
  tests: RuleTests<MessageIds>,
): void {
  // The parser is named because the tester brings one of its own, of another version.
  const tester = new RuleTester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } });
  // The rule has the interface of another version of typescript-eslint, with `undefined` in other places.
  tester.run(rule.name, rule as never, tests as never);
}
