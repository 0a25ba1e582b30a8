import json from '@eslint/json';
import { RuleTester, type Linter, type Rule } from 'eslint';
import { afterAll, describe, it } from 'vitest';
import { scopeFileParser } from '../../../rules/utils/scope-file-parser.ts';

Object.assign(RuleTester, { afterAll, describe, it });

/** The ways in which a JSON file is linted. */
export const jsonSetups: Readonly<Record<string, Linter.Config>> = {
  'with our parser': { languageOptions: { parser: scopeFileParser } },
  'where @eslint/json declares the language': { plugins: { json }, language: 'json/json' },
  'where @eslint/json declares it to be JSON with comments': { plugins: { json }, language: 'json/jsonc' },
};

/** ESLint's own tester, for the files that are not of JavaScript. */
export function ruleTester(setup: Linter.Config): RuleTester {
  return new RuleTester(setup);
}

/** Our rules have the interface of typescript-eslint. */
export function asRule(rule: unknown): Rule.RuleModule {
  return rule as Rule.RuleModule;
}
