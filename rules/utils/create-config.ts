import type { ESLint, Linter } from 'eslint';
import { registrationFileName } from '../../src/grants/registration-file.ts';
import type { RuleDocs } from './create-rule.ts';
import { scopeFileNames } from './scope-files.ts';
import { scopeFileParser } from './scope-file-parser.ts';

/** The prefix of our rules, configs and settings. */
export const namespace = 'oauth-scopes';

/**
 * A shared config.
 * @param severityOf what a rule is set to, by what its documentation says; `undefined` leaves it out
 */
export function createConfig(
  name: string,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, { readonly meta: { readonly docs?: RuleDocs } }>>,
  severityOf: (docs: RuleDocs | undefined) => Linter.RuleSeverity | undefined,
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
      rules: Object.fromEntries(
        Object.entries(rules).flatMap(([rule, { meta }]) => {
          const severity = severityOf(meta.docs);
          return severity === undefined ? [] : [[`${namespace}/${rule}`, severity]];
        }),
      ),
    },
    {
      name: `${namespace}/${name}/scope-files`,
      files: scopeFileNames().map((file) => `**/${file}`),
      languageOptions: { parser: scopeFileParser },
    },
  ];
}
