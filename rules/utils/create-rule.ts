import type { RuleWithMetaAndName } from '@typescript-eslint/utils/eslint-utils';
import type { RuleModule } from '@typescript-eslint/utils/ts-eslint';
import { packageInfo } from './package-info.ts';

/** What our rules say of themselves beside the usual. */
export interface RuleDocs {
  /** What the config `recommended` sets the rule to; absent: it is not in it. `strict` sets every rule to `error`. */
  readonly recommended?: 'error' | 'warn';
  /** Needs a full TypeScript program, and reports nothing without one. */
  readonly requiresTypeChecking?: true;
}

/**
 * Creates a rule whose documentation is that of the installed version. What RuleCreator of typescript-eslint does, whose package would be four of
 * the megabytes that an installation brings.
 */
export function createRule<Options extends readonly unknown[], MessageIds extends string>({
  name,
  meta,
  create,
}: Readonly<RuleWithMetaAndName<Options, MessageIds, RuleDocs>>): RuleModule<MessageIds, Options, RuleDocs> & { readonly name: string } {
  const url = `https://unpkg.com/${packageInfo.name}@${packageInfo.version}/docs/rules/${name}.md`;
  return { name, meta: { ...meta, docs: { ...meta.docs, url } }, create: (context) => create(context, context.options) };
}

/**
 * `meta.languages` of every rule. ESLint (10.2 and newer) refuses a config that turns a rule on for a file of a language which the rule
 * does not name. Ours look at a file's name or imports first and leave every other file alone, whatever its language.
 */
export const anyLanguage: string[] = ['*'];
