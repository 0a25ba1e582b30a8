import type { ESLint, Linter } from 'eslint';
import { registrationFileName } from '../../src/grants/registration-file.ts';
import type { RuleDocs } from './create-rule.ts';
import { scopeFileNames } from './scope-files.ts';
import { scopeFileParser } from './scope-file-parser.ts';

/** The prefix of our rules, configs and settings. */
export const namespace = 'oauth-scopes';

/**
 * A shared config with every rule in it.
 * @param severityOf what a rule is set to, by what its documentation says
 */
export function createConfig(
  name: string,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, { readonly meta: { readonly docs?: RuleDocs } }>>,
  severityOf: (docs: RuleDocs | undefined) => Linter.RuleSeverity,
): Linter.Config[] {
  return [
    {
      name: `${namespace}/${name}/generated`,
      // What `oauth-scopes sync` writes. There is nothing else in this object, so that it holds for the whole config.
      ignores: [`**/${registrationFileName}`],
    },
    {
      name: `${namespace}/${name}`,
      // A pattern that ends in /* adds no file to those that are linted: which are, and how they are parsed, the config around it says.
      files: ['**/*'],
      plugins: { [namespace]: plugin },
      rules: Object.fromEntries(Object.entries(rules).map(([rule, { meta }]) => [`${namespace}/${rule}`, severityOf(meta.docs)])),
    },
    {
      name: `${namespace}/${name}/scope-files`,
      files: scopeFileNames().map((file) => `**/${file}`),
      languageOptions: { parser: scopeFileParser },
    },
  ];
}
