import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { packageInfo } from './package-info.ts';

/** What our rules say of themselves beside the usual. */
export interface RuleDocs {
  /** What the config `recommended` sets the rule to; absent: it is not in it. `strict` sets every rule to `error`. */
  readonly recommended?: 'error' | 'warn';
  /** Needs a full TypeScript program, and reports nothing without one. */
  readonly requiresTypeChecking?: true;
}

/** Creates a rule whose documentation is that of the installed version. */
export const createRule = RuleCreator<RuleDocs>(
  (name) => `https://unpkg.com/${packageInfo.name}@${packageInfo.version}/docs/rules/${name}.md`,
);

/**
 * `meta.languages` of every rule. ESLint (10.2 and newer) refuses a config that turns a rule on for a file of a language which the rule
 * does not name. Ours look at a file's name or imports first and leave every other file alone, whatever its language.
 */
export const anyLanguage: string[] = ['*'];
